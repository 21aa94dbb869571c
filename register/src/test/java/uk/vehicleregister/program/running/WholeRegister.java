package uk.vehicleregister.program.running;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.command.CommandService;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.query.QueryService;

/// Both services as they run in production, on a database of their own. Business dates stand still at [#TODAY].
public final class WholeRegister {

    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static @Nullable WholeRegister shared;

    private final TestDatabase database;
    private final MockOAuth2Server issuer = new MockOAuth2Server();
    private final Http http = new Http(Duration.ofSeconds(60));
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final EventLogReader log;
    private final Vault vault;
    private final URI command;
    private final URI query;

    private WholeRegister(TestDatabase database, Path keys, Map<String, Object> sealing) {
        this.database = database;
        log = new EventLogReader(database.command());
        vault = new Vault(database.command(), LocalKeys.open(keys, true).keyService());
        issuer.start();
        command = address(CommandService.start(properties(keys, database.commandUser(), database.commandPassword())));
        Map<String, Object> queries = properties(keys, database.queryUser(), database.queryPassword());
        queries.put("register.discloser.database.user", database.discloserUser());
        queries.put("register.discloser.database.password", database.discloserPassword());
        queries.putAll(sealing);
        query = address(QueryService.start(queries));
    }

    /// One for the JVM: to start it takes longer than most tests. Who uses it looks only at what is its own.
    public static synchronized WholeRegister shared() {
        if (shared == null) shared = new WholeRegister(TestDatabase.fresh(), newDirectory(), Map.of());
        return shared;
    }

    /// One that seals its log, which may have begun before. For a test of its own; it goes on until the JVM ends.
    public static WholeRegister sealing(TestDatabase database, Path keys, Path sealingKey) {
        return new WholeRegister(
                database,
                keys,
                Map.of(
                        "register.seal.key", sealingKey,
                        "register.sealer.database.user", database.sealerUser(),
                        "register.sealer.database.password", database.sealerPassword()));
    }

    private Map<String, Object> properties(Path keys, String user, String password) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", "0");
        // Both end with the JVM; to end in order they would need the database, which ends with it too.
        properties.put("spring.main.register-shutdown-hook", "false");
        properties.put("register.database.url", database.url());
        properties.put("register.database.user", user);
        properties.put("register.database.password", password);
        properties.put("register.keys.directory", keys.toString());
        properties.put("register.payments", "demo");
        properties.put("register.issuer", issuer.issuerUrl("register").toString());
        // a row that meets a lock is given up while a test still waits for it
        properties.put("register.batches.patience", "1s");
        properties.put("register.demo-api-keys", "true");
        properties.put("register.today", TODAY.toString());
        return properties;
    }

    /// A command, as somebody in a role, under an idempotency key.
    public Answer command(String path, Role role, String somebody, String key, Object body) {
        return send(Call.post(command + path, body).with("Idempotency-Key", key).as(token(role, somebody)));
    }

    /// The same, by a client that hangs up once the request is on its way and never sees an answer.
    public void commandAndHangUp(String path, Role role, String somebody, String key, Object body) {
        byte[] json = JSON.writeValueAsBytes(body);
        String head = "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                .formatted(path, token(role, somebody), key);
        String length = "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(json.length);
        try (Socket socket = new Socket("localhost", command.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + length).getBytes(StandardCharsets.US_ASCII));
            out.write(json);
            out.flush();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// A question to the query service, answered once it knows of everything up to the position.
    public Answer ask(String path, Role role, String somebody, long position, @Nullable Object body) {
        Call call = body == null ? Call.get(query + path) : Call.post(query + path, body);
        return send(call.with("If-Position-At-Least", Long.toString(position)).as(token(role, somebody)));
    }

    /// The public vehicle enquiry.
    public Answer enquire(String mark, long position) {
        return send(Call.post(query + "/vehicle-enquiry/v1/vehicles", Map.of("registrationNumber", mark))
                .with("If-Position-At-Least", Long.toString(position))
                .with("x-api-key", "demo-ves-key"));
    }

    public Answer positions() {
        return send(Call.get(query + "/v1/log/position"));
    }

    public EventLogReader log() {
        return log;
    }

    public Vault vault() {
        return vault;
    }

    /// The first column of each row, as the superuser sees it.
    public List<String> rows(String sql) {
        return database.rows(sql);
    }

    /// Ten minutes pass for those who are locked out, as far as the register can tell.
    public void letLocksPass() {
        database.rows("delete from log.attempt returning counter");
    }

    private Answer send(Call call) {
        try {
            return http.send(call);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public URI queryAddress() {
        return query;
    }

    public String token(Role role, String somebody) {
        return tokens.computeIfAbsent(
                role + " " + somebody,
                _ -> issuer.issueToken("register", somebody, "vehicle-register", Map.of("roles", List.of(role.claim())))
                        .serialize());
    }

    private static URI address(ConfigurableApplicationContext service) {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return URI.create("http://localhost:" + port);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("keys");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
