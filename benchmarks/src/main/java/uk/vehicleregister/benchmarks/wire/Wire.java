package uk.vehicleregister.benchmarks.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One HTTP/1.1 connection for one thread, kept as long as the server keeps it. It does as little as can be done: what
/// the clients need of the two cores is taken from the servers.
public final class Wire implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InetSocketAddress server;
    private final int patience;
    private final byte[] buffer = new byte[32 * 1024];
    private @Nullable Socket socket;
    private int filled;
    private int read;

    public Wire(int port) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
    }

    /// @param patience how long an answer may be silent
    public Wire(String address, Duration patience) {
        URI uri = URI.create(address);
        this(new InetSocketAddress(uri.getHost(), uri.getPort()), patience);
    }

    private Wire(InetSocketAddress server, Duration patience) {
        this.server = server;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    /// @param headers each with its end of line
    public static byte[] post(String path, String headers, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + body.length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /// Posts it as JSON.
    public Reply send(String path, String headers, Object body) throws IOException {
        return send(post(path, headers, JSON.writeValueAsString(body)));
    }

    /// When it fails the connection is lost, and the next request opens a new one.
    public Reply send(byte[] request) throws IOException {
        try {
            Socket open = connected();
            open.getOutputStream().write(request);
            return reply(open.getInputStream());
        } catch (IOException gone) {
            close();
            throw gone;
        }
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open != null) return open;
        Socket fresh = new Socket();
        socket = fresh;
        filled = 0;
        read = 0;
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(patience);
        fresh.connect(server, patience);
        return fresh;
    }

    private Reply reply(InputStream in) throws IOException {
        String head = head(in);
        int status = Integer.parseInt(head.substring(9, 12));
        String body = head.contains("transfer-encoding: chunked") ? chunked(in) : text(in, length(head));
        if (head.contains("\r\nconnection: close")) close();
        return new Reply(status, head, body);
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
    public void close() {
        Socket open = socket;
        socket = null;
        try {
            if (open != null) open.close();
        } catch (IOException gone) {
            // it was lost already
        }
    }
}
