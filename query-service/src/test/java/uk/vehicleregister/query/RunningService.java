package uk.vehicleregister.query;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.eventstore.TestDatabase;

/// The whole query service on a free port, with a log to write to and an issuer to get tokens from.
public final class RunningService implements AutoCloseable {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static @org.jspecify.annotations.Nullable RunningService shared;

    public final TestDatabase database = TestDatabase.fresh();
    public final TestLog log;
    public final Path keys;
    private final MockOAuth2Server issuer = new MockOAuth2Server();
    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningService(Map<String, Object> more) {
        try {
            keys = Files.createTempDirectory("keys");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        log = new TestLog(database, keys);
        issuer.start();
        Map<String, Object> properties = new HashMap<>(properties(database, keys));
        properties.put("register.issuer", issuer.issuerUrl("register").toString());
        properties.putAll(more);
        context = QueryService.start(properties);
        port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    public static Map<String, Object> properties(TestDatabase database, Path keys) {
        return Map.of(
                "register.database.url",
                database.url(),
                "register.database.user",
                database.queryUser(),
                "register.database.password",
                database.queryPassword(),
                "register.keys.directory",
                keys.toString(),
                "register.demo-api-keys",
                "true",
                "register.sealer.database.user",
                database.sealerUser(),
                "register.sealer.database.password",
                database.sealerPassword(),
                "register.discloser.database.user",
                database.discloserUser(),
                "register.discloser.database.password",
                database.discloserPassword(),
                "server.port",
                "0");
    }

    /// One for all tests that disturb nothing.
    public static synchronized RunningService shared() {
        if (shared == null) shared = new RunningService(Map.of());
        return shared;
    }

    /// After the one PostgreSQL was away: returns once the one for all has taken in an event again. Its projections try
    /// ever more rarely while there is no database.
    static synchronized void awaitSharedAgain() {
        if (shared == null) return;
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        long position = await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> shared.log.append(vehicle.registered(null), vehicle.issued()), _ -> true);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> shared.get("/v1/log/position", "If-Position-At-Least", "" + position)
                                .status()
                        == 200);
    }

    public static RunningService fresh() {
        return new RunningService(Map.of());
    }

    public static RunningService with(Map<String, Object> more) {
        return new RunningService(more);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> java.util.stream.Stream<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values().stream();
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public String token(String... roles) {
        return token("register", "vehicle-register", 3600, roles);
    }

    public String token(String issuerName, String audience, long seconds, String... roles) {
        return issuer.issueToken(issuerName, "somebody", audience, Map.of("roles", List.of(roles)), seconds)
                .serialize();
    }

    /// The pseudonym under which the log knows the holder of [#token].
    public String pseudonym() {
        return pseudonymOf("somebody");
    }

    /// A token of this account, and what the log knows the account by.
    public String tokenOf(String subject, String... roles) {
        return issuer.issueToken("register", subject, "vehicle-register", Map.of("roles", List.of(roles)), 3600)
                .serialize();
    }

    public String pseudonymOf(String subject) {
        return log.pseudonym(issuer.issuerUrl("register").toString(), subject);
    }

    public String expiredToken(String... roles) {
        Instant hourAgo = Instant.now().minusSeconds(3600);
        return issuer.issueToken(
                        "register",
                        "somebody",
                        "vehicle-register",
                        Map.of(
                                "roles",
                                List.of(roles),
                                "iat",
                                Date.from(hourAgo.minusSeconds(3600)),
                                "nbf",
                                Date.from(hourAgo.minusSeconds(3600)),
                                "exp",
                                Date.from(hourAgo)),
                        3600)
                .serialize();
    }

    /// Signed by our issuer's key and yet not by our issuer.
    public String tokenOfIssuer(String issuerName, String... roles) {
        return issuer.issueToken(
                        "register",
                        "somebody",
                        "vehicle-register",
                        Map.of("roles", List.of(roles), "iss", issuerName),
                        3600)
                .serialize();
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body));
        if (List.of(headers).stream().noneMatch("Content-Type"::equalsIgnoreCase))
            request.header("Content-Type", "application/json");
        return send(request);
    }

    public Answer postAs(String role, long position, String path, String body) {
        return post(path, body, "Authorization", "Bearer " + token(role), "If-Position-At-Least", "" + position);
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What came back.
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @Override
    public void close() {
        context.close();
        log.close();
        issuer.shutdown();
        database.close();
    }
}
