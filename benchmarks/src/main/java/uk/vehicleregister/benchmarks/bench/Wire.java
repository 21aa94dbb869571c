package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 connection, kept as long as the server keeps it. It does as little as can be done: what the clients
/// need of the two cores is taken from the servers.
final class Wire implements AutoCloseable {

    private final int port;
    private final byte[] buffer = new byte[32 * 1024];
    private @Nullable Socket socket;
    private int filled;
    private int read;

    /// @param head in lower case
    record Answer(int status, String head, String body) {}

    Wire(int port) {
        this.port = port;
    }

    /// @param headers each with its end of line
    static byte[] post(String path, String headers, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + body.length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    Answer send(byte[] request) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            socket = open;
            filled = 0;
            read = 0;
        }
        open.getOutputStream().write(request);
        InputStream in = open.getInputStream();
        String head = head(in);
        int status = Integer.parseInt(head.substring(9, 12));
        String body = head.contains("transfer-encoding: chunked") ? chunked(in) : text(in, length(head));
        if (head.contains("\r\nconnection: close")) close();
        return new Answer(status, head, body);
    }

    private String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(256);
        while (true) {
            String line = line(in);
            if (line.isEmpty()) return head.append("\r\n").toString();
            head.append(line.toLowerCase(Locale.ROOT)).append("\r\n");
        }
    }

    private static int length(String head) {
        int at = head.indexOf("content-length: ");
        return at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
    }

    private String chunked(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int length = Integer.parseInt(line(in), 16);
            body.append(text(in, length));
            line(in);
            if (length == 0) return body.toString();
        }
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = next(in); c != '\n'; c = next(in)) if (c != '\r') line.append((char) c);
        return line.toString();
    }

    private String text(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) next(in);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int next(InputStream in) throws IOException {
        if (read == filled) {
            filled = in.read(buffer);
            read = 0;
            if (filled <= 0) throw new IOException("the server ended the connection");
        }
        return buffer[read++];
    }

    @Override
    public void close() throws IOException {
        if (socket != null) socket.close();
        socket = null;
    }
}
