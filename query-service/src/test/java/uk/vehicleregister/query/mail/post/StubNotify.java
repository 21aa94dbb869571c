package uk.vehicleregister.query.mail.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.query.RunningService;

/// Speaks as much of the API of GOV.UK Notify as the client asks for.
public final class StubNotify implements AutoCloseable {

    public static final String API_KEY =
            "key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    public static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    public static final String TEMPLATE_WITH_FILE = "0f2f7e0c-1f0a-4d6e-9f57-9c3c3b9a1a11";

    /// What to do with a letter.
    public enum Mood {
        TAKES,

        /// It has it, and the answer is lost on the way.
        TAKES_AND_BREAKS_OFF,
        UNAVAILABLE,
        REFUSES_ADDRESS,
        KNOWS_NO_TEMPLATE
    }

    public final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    public volatile Mood mood = Mood.TAKES;
    private final Map<String, UUID> taken = new ConcurrentHashMap<>();
    private final HttpServer server;

    public StubNotify() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/notifications/email", this::send);
        server.createContext("/v2/notifications", this::list);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void send(HttpExchange exchange) throws IOException {
        JsonNode request =
                RunningService.JSON.readTree(exchange.getRequestBody().readAllBytes());
        requests.add(request);
        switch (mood) {
            case TAKES -> answer(exchange, 201, notification(request, take(request)));
            case TAKES_AND_BREAKS_OFF -> {
                take(request);
                exchange.close();
            }
            case UNAVAILABLE -> answer(exchange, 503, error("Exception", "Internal server error"));
            case REFUSES_ADDRESS ->
                answer(exchange, 400, error("ValidationError", "email_address Not a valid email address"));
            case KNOWS_NO_TEMPLATE -> answer(exchange, 400, error("BadRequestError", "Template not found"));
        }
    }

    private UUID take(JsonNode request) {
        return taken.computeIfAbsent(request.get("reference").asString(), _ -> UUID.randomUUID());
    }

    private void list(HttpExchange exchange) throws IOException {
        if (mood == Mood.UNAVAILABLE) {
            answer(exchange, 503, error("Exception", "Internal server error"));
            return;
        }
        String reference = exchange.getRequestURI().getQuery().replaceAll(".*reference=([^&]+).*", "$1");
        UUID found = taken.get(reference);
        answer(exchange, 200, """
                {"notifications":[%s],"links":{"current":"/v2/notifications"}}""".formatted(found == null ? "" : """
                        {"id":"%s","reference":"%s","type":"email","status":"delivered","body":"","subject":"",
                         "email_address":"somebody@example.com","created_at":"2026-01-31T12:00:00.000000Z",
                         "template":{"id":"%s","version":1,"uri":"/v2/template"},"is_cost_data_ready":true,
                         "cost_in_pounds":0.0,"cost_details":{}}""".formatted(found, reference, TEMPLATE)));
    }

    private static String notification(JsonNode request, UUID id) {
        return """
                {"id":"%s","reference":"%s","uri":"/v2/notifications/%s",
                 "content":{"body":"","subject":"","from_email":"register@example.com"},
                 "template":{"id":"%s","version":1,"uri":"/v2/template"}}""".formatted(
                        id,
                        request.get("reference").asString(),
                        id,
                        request.get("template_id").asString());
    }

    private static String error(String kind, String message) {
        return "{\"errors\":[{\"error\":\"%s\",\"message\":\"%s\"}]}".formatted(kind, message);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
