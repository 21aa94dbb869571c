package uk.vehicleregister.benchmarks.campaign.trial;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One kept-alive HTTP connection for one thread. The JDK's client costs several times as much CPU, which on a small
/// machine the service under trial would be missing.
public final class Wire implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InetSocketAddress address;
    private final int patience;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /// @param patience how long an answer may be silent
    public Wire(String address, Duration patience) {
        URI uri = URI.create(address);
        this.address = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.patience = Math.toIntExact(patience.toMillis());
    }

    /// @param headers whole lines, each ended by CR LF
    public Reply post(String path, String headers, Object body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        return send("POST " + path, headers + "Content-Type: application/json\r\n", json);
    }

    public Reply get(String path) throws IOException {
        return send("GET " + path, "", new byte[0]);
    }

    private Reply send(String what, String headers, byte[] body) throws IOException {
        String head =
                what + " HTTP/1.1\r\nHost: register\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        try {
            InputStream answers = connected();
            if (socket != null) socket.getOutputStream().write(request);
            return read(answers);
        } catch (IOException gone) {
            close();
            throw gone;
        }
    }

    private InputStream connected() throws IOException {
        InputStream open = in;
        if (open != null) return open;
        Socket fresh = new Socket();
        socket = fresh;
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(patience);
        fresh.connect(address, patience);
        return in = new BufferedInputStream(fresh.getInputStream());
    }

    private Reply read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        long retryAfter = 0;
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "retry-after" -> retryAfter = Long.parseLong(value);
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks(in) : exactly(in, length);
        if (last) close();
        return new Reply(status, retryAfter, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in), 16);
            body.write(exactly(in, length));
            line(in);
            if (length == 0) return body.toByteArray();
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException();
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    /// The next request opens a new one.
    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        try {
            if (open != null) open.close();
        } catch (IOException gone) {
            // it was lost already
        }
    }
}
