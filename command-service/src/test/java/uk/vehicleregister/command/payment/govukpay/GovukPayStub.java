package uk.vehicleregister.command.payment.govukpay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Speaks GOV.UK Pay's public API as its OpenAPI file and its connector describe it: one payment by id, capture,
/// cancel, refund, with its status and error codes. What goes wrong is queued for the call it shall happen to.
public final class GovukPayStub implements AutoCloseable {

    public static final String KEY = "api_test_key";

    public enum Fault {
        /// 500, nothing done.
        DOWNSTREAM,
        /// 500, but it was done.
        DOWNSTREAM_AFTER,
        /// The connection ends before anything is done.
        DROPPED,
        /// It is done, and the answer is lost.
        DROPPED_AFTER,
        /// It is done, and headers come but the body does not, until the stub is closed.
        NEVER_ENDING,
        /// 429.
        TOO_MANY
    }

    /// One hosted payment.
    public static final class Hosted {

        public final String id = "hosted_" + UUID.randomUUID().toString().replace("-", "");
        public volatile String status;
        public volatile int pence;
        public volatile int refunded;
        public volatile String refundStatus = "pending";
        public volatile int captures;
        public volatile int refunds;

        Hosted(String status, int pence) {
            this.status = status;
            this.pence = pence;
            if (status.equals("success")) refundStatus = "available";
        }
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Hosted> payments = new ConcurrentHashMap<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, Fault> standing = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public GovukPayStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/payments/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// A payment on the hosted page, opened with delayed capture, in this status.
    public Hosted hosted(String status, int pence) {
        Hosted payment = new Hosted(status, pence);
        payments.put(payment.id, payment);
        return payment;
    }

    /// From now on there was never such a payment.
    public void forget(Hosted payment) {
        payments.remove(payment.id);
    }

    /// The next call of this kind (`get`, `capture`, `cancel`, `refunds`) goes wrong so; several, one after
    /// another.
    public void next(String kind, Fault... wrong) {
        faults.computeIfAbsent(kind, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(wrong));
    }

    /// Every call of this kind goes wrong so, until it is said to be fine.
    public void always(String kind, Fault wrong) {
        standing.put(kind, wrong);
    }

    public void fine(String kind) {
        standing.remove(kind);
    }

    /// The kinds of all calls so far.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange http) throws IOException {
        String[] path = http.getRequestURI().getPath().split("/");
        String kind = path.length > 4 ? path[4] : "get";
        calls.add(kind);
        JsonNode body = json.readTree(http.getRequestBody().readAllBytes());
        Queue<Fault> queued = faults.getOrDefault(kind, new ConcurrentLinkedQueue<>());
        Fault next = queued.poll();
        switch (next == null ? standing.get(kind) : next) {
            case null -> send(http, reply(http, kind, path[3], body));
            case DOWNSTREAM -> send(http, error(500, "P0198", "Downstream system error"));
            case DOWNSTREAM_AFTER -> {
                reply(http, kind, path[3], body);
                send(http, error(500, "P0198", "Downstream system error"));
            }
            case DROPPED -> http.close();
            case DROPPED_AFTER -> {
                reply(http, kind, path[3], body);
                http.close();
            }
            case NEVER_ENDING -> {
                reply(http, kind, path[3], body);
                http.sendResponseHeaders(200, 1_000);
                await();
                http.close();
            }
            case TOO_MANY -> send(http, error(429, "P0900", "Too many requests"));
        }
    }

    private record Reply(int status, String body) {}

    private Reply reply(HttpExchange http, String kind, String id, JsonNode body) {
        if (!("Bearer " + KEY).equals(http.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, "");
        }
        Hosted payment = payments.get(id);
        if (payment == null) return error(404, kind.equals("get") ? "P0200" : "P1000", "Not found");
        synchronized (payment) {
            return switch (kind) {
                case "get" -> new Reply(200, shown(payment));
                case "capture" -> capture(payment);
                case "cancel" -> cancel(payment);
                case "refunds" -> refund(payment, body);
                default -> error(404, "P0200", "Not found");
            };
        }
    }

    private Reply capture(Hosted payment) {
        if (payment.status.equals("capturable")) {
            payment.status = "success";
            payment.refundStatus = "available";
            payment.captures++;
        }
        return payment.status.equals("success")
                ? new Reply(204, "")
                : error(409, "P1003", "Payment cannot be captured");
    }

    private Reply cancel(Hosted payment) {
        if (!List.of("created", "started", "submitted", "capturable").contains(payment.status)) {
            return error(400, "P0501", "Cancellation of payment failed");
        }
        payment.status = "cancelled";
        return new Reply(204, "");
    }

    private Reply refund(Hosted payment, JsonNode body) {
        int pence = body.get("amount").asInt();
        if (!payment.refundStatus.equals("available")) {
            return error(400, "P0603", "The payment is not available for refund");
        }
        if (body.get("refund_amount_available").asInt() != payment.pence - payment.refunded) {
            return error(412, "P0604", "Refund amount available mismatch.");
        }
        if (pence > payment.pence - payment.refunded) return error(400, "P0602", "Invalid attribute value: amount");
        payment.refunded += pence;
        payment.refunds++;
        if (payment.refunded == payment.pence) payment.refundStatus = "full";
        return new Reply(202, "{\"refund_id\":\"r1\",\"amount\":" + pence + ",\"status\":\"submitted\"}");
    }

    private String shown(Hosted payment) {
        ObjectNode shown = json.createObjectNode();
        shown.put("payment_id", payment.id).put("amount", payment.pence).put("delayed_capture", true);
        shown.putObject("state").put("status", payment.status).put("finished", !payment.status.equals("capturable"));
        shown.putObject("refund_summary")
                .put("status", payment.refundStatus)
                .put("amount_available", payment.pence - payment.refunded)
                .put("amount_submitted", payment.refunded);
        return shown.toString();
    }

    private Reply error(int status, String code, String description) {
        return new Reply(
                status,
                json.createObjectNode()
                        .put("code", code)
                        .put("description", description)
                        .toString());
    }

    private static void send(HttpExchange http, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
