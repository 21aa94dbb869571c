package uk.vehicleregister.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.access.Role;

/// The command service as it runs in production, on a database of its own, with an OpenID issuer beside it.
public final class RunningService implements AutoCloseable {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final MockOAuth2Server ISSUER = startIssuer();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningService shared;

    private final TestDatabase database;
    private final boolean ownsDatabase;
    private final Path keys;
    private final ConfigurableApplicationContext context;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningService(TestDatabase database, boolean ownsDatabase, Path keys, Map<String, Object> more) {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.keys = keys;
        Map<String, Object> properties = new ConcurrentHashMap<>(Map.of(
                "server.port",
                "0",
                "register.database.url",
                database.url(),
                "register.database.user",
                database.commandUser(),
                "register.database.password",
                database.commandPassword(),
                "register.keys.directory",
                keys.toString(),
                "register.keys.create",
                "true",
                "register.payments",
                "demo",
                "register.lapse",
                "off",
                "register.issuer",
                ISSUER.issuerUrl("register").toString(),
                "register.today",
                "2026-07-01"));
        properties.put("register.database.eraser-user", database.eraserUser());
        properties.put("register.database.eraser-password", database.eraserPassword());
        properties.putAll(more);
        context = CommandService.start(properties);
    }

    /// One service for all tests that only add vehicles of their own.
    public static synchronized RunningService shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    public static RunningService start(Map<String, Object> more) {
        try {
            return new RunningService(TestDatabase.fresh(), true, Files.createTempDirectory("keys"), more);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// A second process on the same database and keys, as a load balancer would have behind it.
    public RunningService another(Map<String, Object> more) {
        return new RunningService(database, false, keys, more);
    }

    public Answer post(String path, Role role, Object body) {
        return post(path, role, UUID.randomUUID().toString(), body);
    }

    public Answer post(String path, Role role, String key, Object body) {
        return postAs(path, token(role.claim(), role), key, JSON.writeValueAsString(body));
    }

    public Answer postAs(String path, String token, String key, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body, response);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public URI uri(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://localhost:" + port + path);
    }

    public String token(String subject, Role... roles) {
        return tokens.computeIfAbsent(
                subject + List.of(roles),
                _ -> ISSUER.issueToken(
                                "register",
                                subject,
                                "vehicle-register",
                                Map.of(
                                        "roles",
                                        List.of(roles).stream().map(Role::claim).toList()))
                        .serialize());
    }

    public static MockOAuth2Server issuer() {
        return ISSUER;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public EventLogReader log() {
        return new EventLogReader(database.command());
    }

    public Vault vault() {
        return new Vault(database.command(), LocalKeys.open(keys, false).keyService());
    }

    public LocalKeys keys() {
        return LocalKeys.open(keys, false);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
        if (ownsDatabase) {
            database.close();
        }
    }

    private static MockOAuth2Server startIssuer() {
        MockOAuth2Server issuer = new MockOAuth2Server();
        issuer.start();
        return issuer;
    }

    /// An HTTP answer.
    public record Answer(int status, JsonNode body, HttpResponse<String> http) {

        public String text(String field) {
            return body.path(field).asString("");
        }

        public long position() {
            return body.path("position").asLong();
        }

        public String code() {
            return text("code");
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }
}
