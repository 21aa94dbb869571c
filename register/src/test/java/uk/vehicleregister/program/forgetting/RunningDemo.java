package uk.vehicleregister.program.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;
import uk.vehicleregister.program.demo.Demo;
import uk.vehicleregister.program.demo.DemoOptions;

/// The demo as `bin/register demo` runs it, on a data directory of its own.
final class RunningDemo implements AutoCloseable {

    private final Path data;
    private final Ports ports;
    private final Demo demo;
    private final Http http = new Http(Duration.ofSeconds(30));
    private final Map<Role, Tokens> tokens = new EnumMap<>(Role.class);
    private long position = -1;

    private RunningDemo(Path data, Ports ports) {
        this.data = data;
        this.ports = ports;
        this.demo = new Demo(new DemoOptions(data, 1, null, ports));
    }

    static RunningDemo start(Path data) throws IOException {
        RunningDemo running = new RunningDemo(data, freePorts());
        running.demo.start();
        return running;
    }

    Path data() {
        return data;
    }

    String today() {
        return LocalDate.now(ZoneId.of("Europe/London")).toString();
    }

    JsonNode command(Role role, String command, Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        Answer answer = send(Call.post(ports.commandAddress() + "/v1/" + command, body)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .as(token(role)));
        assertThat(answer.status()).as("%s: %s", command, answer.body()).isIn(201, 202);
        position = Math.max(position, answer.body().path("position").asLong());
        return answer.body();
    }

    /// @param question null: a GET
    JsonNode ask(Role role, String path, @Nullable Object question) {
        String address = ports.queryAddress() + path;
        Call call = question == null ? Call.get(address) : Call.post(address, question);
        Answer answer =
                send(call.with("If-Position-At-Least", Long.toString(position)).as(token(role)));
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    JsonNode enquiry(String mark) {
        return send(Call.post(ports.queryAddress() + "/vehicle-enquiry/v1/vehicles", Map.of("registrationNumber", mark))
                        .with("x-api-key", "demo-ves-key"))
                .body();
    }

    List<JsonNode> eventsOf(String vehicle) {
        return ask(Role.AUDITOR, "/v1/vehicle-history", Map.of("vehicleId", vehicle))
                .path("events")
                .valueStream()
                .toList();
    }

    long positionOf(String vehicle, String type) {
        return positionsOf(vehicle, type).getFirst();
    }

    long lastPositionOf(String vehicle, String type) {
        return positionsOf(vehicle, type).getLast();
    }

    String port() {
        return Integer.toString(ports.portal());
    }

    private List<Long> positionsOf(String vehicle, String type) {
        return eventsOf(vehicle).stream()
                .filter(event -> event.path("type").asString().equals(type))
                .map(event -> event.path("position").asLong())
                .toList();
    }

    String mark(String vehicle) {
        return latest(vehicle).path("registrationMark").asString();
    }

    /// Of the latest V5C, as its holder reads it.
    String reference(String vehicle) {
        return latest(vehicle).path("documentReference").asString();
    }

    private JsonNode latest(String vehicle) {
        return ask(Role.REGISTRAR, "/v1/documents/search", Map.of("vehicleId", vehicle))
                .valueStream()
                .filter(document -> document.path("type").asString().equals("V5C"))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /// The status with which a paper is answered.
    int paper(long position) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ports.queryAddress() + "/v1/documents/" + position))
                .header("Authorization", "Bearer " + token(Role.REGISTRAR))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray()).statusCode();
        }
    }

    private Answer send(Call call) {
        return http.demand(call, "the demo");
    }

    private String token(Role role) {
        return tokens.computeIfAbsent(role, wanted -> new Tokens(http, ports.issuerAddress(), wanted))
                .demand();
    }

    @Override
    public void close() {
        demo.close();
        http.close();
    }

    private static Ports freePorts() throws IOException {
        for (int port = 33_000; port < 39_000; port += 10)
            if (isFree(port + 1) && isFree(port + 2) && isFree(port + 3)) return new Ports(port);
        throw new IOException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
