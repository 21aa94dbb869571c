package uk.vehicleregister.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/known", exchange -> answer(exchange, 201, "£ known".length() + 1));
        server.createContext("/chunked", exchange -> answer(exchange, 404, 0));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(asked.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void answers_of_both_kinds_are_read_whole_on_one_connection() throws IOException {
        try (Wire wire = new Wire(server.getAddress().getPort())) {
            for (int i = 0; i < 3; i++) {
                Reply known = wire.send(Wire.post("/known", "", "£ known"));
                Reply chunked = wire.send(Wire.post("/chunked", "X-Some: thing\r\n", "x".repeat(5_000)));

                assertThat(known.status()).isEqualTo(201);
                assertThat(known.body()).isEqualTo("£ known");
                assertThat(chunked.status()).isEqualTo(404);
                assertThat(chunked.body()).isEqualTo("x".repeat(5_000));
            }
        }
    }
}
