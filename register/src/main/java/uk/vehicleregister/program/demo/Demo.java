package uk.vehicleregister.program.demo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;
import uk.vehicleregister.command.CommandService;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.issuer.DevelopmentIssuer;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.program.postgres.RegisterDatabase.Login;
import uk.vehicleregister.query.QueryService;
import uk.vehicleregister.query.seal.SealingKeys;

/// The embedded default, running: database, issuer, command service and query service. They are started side by
/// side where one does not need the other, and ended in the order last in, first out.
public final class Demo implements AutoCloseable {

    /// What the demo's log is called in its checkpoints.
    private static final String LOG_ORIGIN = "vehicle-register.local/log";

    private final DemoOptions options;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closed;

    public Demo(DemoOptions options) {
        this.options = options;
    }

    /// Starts everything and returns once both services answer; whatever goes wrong, nothing is left running.
    public void start() {
        try {
            FreePorts.demand(options.ports());
            DataDirectory data = keep(DataDirectory.open(options.data()));
            DemoLog.to(data.logs());
            startOn(data);
            new SampleVehicles(data, options).load();
        } catch (Exception failed) {
            close();
            throw inWords(failed, options);
        }
    }

    private void startOn(DataDirectory data) throws Exception {
        // one after the other would be twice as long: most of it is waiting for disk and class loading
        CompletableFuture<ConfigurableApplicationContext> issuer =
                inBackground(() -> DevelopmentIssuer.start(options.ports(), data.secrets()));
        try {
            RegisterDatabase database = keep(RegisterDatabase.open(data.path()));
            LocalKeys.open(data.keys(), true);
            SealingKeys.createIfAbsent(data.sealingKey(), LOG_ORIGIN);
            CompletableFuture<ConfigurableApplicationContext> query =
                    inBackground(() -> QueryService.start(queryProperties(data, database, options)));
            CompletableFuture<ConfigurableApplicationContext> command =
                    inBackground(() -> CommandService.start(commandProperties(data, database, options)));
            finish(query, command);
        } finally {
            finish(issuer);
        }
    }

    private static CompletableFuture<ConfigurableApplicationContext> inBackground(
            Callable<ConfigurableApplicationContext> start) {
        CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
        Thread.ofPlatform().name("start").daemon(true).start(() -> {
            try {
                started.complete(start.call());
            } catch (Exception failed) {
                started.completeExceptionally(failed);
            }
        });
        return started;
    }

    /// Waits for all, keeps those that run, and only then tells of one that failed: none may be left behind.
    @SafeVarargs
    private void finish(CompletableFuture<ConfigurableApplicationContext>... starts) throws Exception {
        Exception failure = null;
        for (CompletableFuture<ConfigurableApplicationContext> start : starts) {
            try {
                keep(start.join());
            } catch (Exception failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Map<String, Object> commandProperties(
            DataDirectory data, RegisterDatabase database, DemoOptions options) {
        Map<String, Object> properties = properties(data, database, options, database.command());
        properties.put("register.database.eraser-user", database.eraser().user());
        properties.put("register.database.eraser-password", database.eraser().password());
        properties.put("server.port", options.ports().command());
        return properties;
    }

    private static Map<String, Object> queryProperties(
            DataDirectory data, RegisterDatabase database, DemoOptions options) throws IOException {
        Map<String, Object> properties = properties(data, database, options, database.query());
        properties.put("server.port", options.ports().query());
        properties.put("register.demo-api-keys", true);
        properties.put("register.seal.key", data.sealingKey().toString());
        properties.put("register.sealer.database.user", database.sealer().user());
        properties.put("register.sealer.database.password", database.sealer().password());
        properties.put("register.discloser.database.user", database.discloser().user());
        properties.put(
                "register.discloser.database.password", database.discloser().password());
        properties.put("register.mail", "folder");
        properties.put("register.mail.folder", data.mail().toString());
        return properties;
    }

    private static Map<String, Object> properties(
            DataDirectory data, RegisterDatabase database, DemoOptions options, Login login) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.main.banner-mode", "off");
        properties.put("register.database.url", database.url());
        properties.put("register.database.user", login.user());
        properties.put("register.database.password", login.password());
        properties.put("register.keys.directory", data.keys().toString());
        properties.put("register.keys.create", false);
        properties.put("register.payments", "demo");
        properties.put("register.issuer", options.ports().issuerAddress());
        if (options.today() != null) {
            properties.put("register.today", options.today().toString());
        }
        properties.put("server.address", "127.0.0.1");
        // this program ends things in its own order; contexts that end by themselves would lose the database first
        properties.put("spring.main.register-shutdown-hook", false);
        return properties;
    }

    private synchronized <T extends AutoCloseable> T keep(T part) throws Exception {
        if (closed) {
            part.close();
            throw Stopped.unreachable("The demo was ended while it started.");
        }
        running.push(part);
        return part;
    }

    private static Stopped inWords(Exception failed, DemoOptions options) {
        Throwable cause = failed;
        while (cause.getCause() != null && !(cause instanceof Stopped)) {
            cause = cause.getCause();
        }
        if (cause instanceof Stopped stopped) {
            return stopped;
        }
        if (System.getenv("REGISTER_TRACE") != null) {
            failed.printStackTrace();
        }
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        return Stopped.unreachable("The demo cannot start (" + cause.getClass().getSimpleName() + ": " + message
                + "). More is in " + options.data().resolve("logs") + ".");
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// Ends everything, once.
    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception alreadyGone) {
                // the rest is to be ended all the same
                if (alreadyGone instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
