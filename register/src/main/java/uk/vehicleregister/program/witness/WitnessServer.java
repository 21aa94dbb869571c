package uk.vehicleregister.program.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.transparencylog.note.AddCheckpoint;
import uk.vehicleregister.transparencylog.note.Witness;
import uk.vehicleregister.transparencylog.note.WitnessAnswer;

/// `POST /add-checkpoint` (C2SP tlog-witness), and nothing else. Checkpoints are judged one at a time;
/// whoever sends one slowly holds up nobody, and not for long.
final class WitnessServer implements AutoCloseable {

    /// Read once by the JDK's server (module jdk.httpserver); seconds.
    private static final String MOST_TO_SEND_A_REQUEST = "sun.net.httpserver.maxReqTime";

    private final Witness witness;
    private final HttpServer server;

    static {
        if (System.getProperty(MOST_TO_SEND_A_REQUEST) == null) System.setProperty(MOST_TO_SEND_A_REQUEST, "10");
    }

    WitnessServer(InetSocketAddress address, Witness witness) throws IOException {
        this.witness = witness;
        this.server = HttpServer.create(address, 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
                send(exchange, 404, "text/plain; charset=utf-8", "POST /add-checkpoint, nothing else\n");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                send(exchange, 405, "text/plain; charset=utf-8", "POST, nothing else\n");
            } else {
                judge(exchange);
            }
        }
    }

    private void judge(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MOST_BYTES + 1);
        if (body.length > AddCheckpoint.MOST_BYTES) {
            send(exchange, 413, "text/plain; charset=utf-8", "too long\n");
            return;
        }
        try {
            WitnessAnswer answer;
            synchronized (witness) {
                answer = witness.answer(body);
            }
            if (!(answer instanceof WitnessAnswer.Cosigned)) {
                Say.progress("Refused with status " + answer.status() + ": "
                        + answer.body().strip());
            }
            send(exchange, answer.status(), answer.contentType(), answer.body());
        } catch (RuntimeException fault) { // the memory cannot be read or written: then nothing is cosigned
            Say.progress("The memory cannot be used: " + fault);
            send(exchange, 500, "text/plain; charset=utf-8", "the witness cannot remember\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
