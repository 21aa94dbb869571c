package uk.vehicleregister.benchmarks.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.Stopped;

/// One service in a process of its own, always on the same port; it can be killed at any moment and started again.
/// For one thread at a time, but for [#kill].
public final class Service implements AutoCloseable {

    /// What runs as this service, as `bin/register serve` names it.
    public enum Kind {
        COMMAND,
        QUERY
    }

    private static final Duration START = Duration.ofSeconds(90);
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Daxoniq.update-checker.disabled=true",
            "-Ddisable-axoniq-console-message=true");

    private final Kind kind;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private volatile @Nullable Process process;

    Service(Kind kind, int port, Map<String, String> environment, Path log) {
        this.kind = kind;
        this.port = port;
        this.environment = environment;
        this.log = log;
    }

    /// Starts it, and returns once it answers that it is ready.
    public void start() {
        launch();
        awaitReady();
    }

    /// Starts it without waiting.
    public void launch() {
        List<String> command = new ArrayList<>();
        command.add(Program.java().toString());
        command.addAll(JVM);
        // where services are started a dozen times and nothing is timed, they start with the quick compiler only
        // and from what the first that was ended in peace left of its classes
        if (Boolean.getBoolean("campaign.quick-starts"))
            command.addAll(List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + Program.archive(kind)));
        try {
            if (!Boolean.getBoolean("campaign.quick-starts"))
                Program.startUpCache().ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
            command.addAll(List.of(
                    "-jar", Program.jar().toString(), "serve", kind.name().toLowerCase(Locale.ROOT)));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException failed) {
            throw Stopped.unreachable("A service cannot be started: " + failed.getMessage());
        }
    }

    public void awaitReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            long until = System.nanoTime() + START.toNanos();
            while (System.nanoTime() - until < 0) {
                if (!isAlive())
                    throw Stopped.unreachable("The " + kind + " service ended while it started; see " + log);
                try {
                    if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) return;
                } catch (IOException notYet) {
                    // it does not listen yet
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            throw Stopped.unreachable(
                    "The " + kind + " service is not ready after " + START.toSeconds() + " s; see " + log);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw Stopped.unreachable("Interrupted while a service started.");
        }
    }

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /// SIGKILL: nothing of it gets to say good-bye. Returns once it is gone.
    public void kill() {
        Process running = process;
        if (running == null) return;
        running.destroyForcibly();
        await(running);
    }

    public long processId() {
        Process running = process;
        if (running == null) throw new IllegalStateException("It was never started");
        return running.pid();
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public Path log() {
        return log;
    }

    /// SIGTERM, and SIGKILL when that takes too long.
    @Override
    public void close() {
        Process running = process;
        if (running == null) return;
        running.destroy();
        try {
            if (running.waitFor(20, TimeUnit.SECONDS)) return;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    private static void await(Process running) {
        try {
            running.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
