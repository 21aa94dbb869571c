package uk.vehicleregister.program.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.Stopped;

/// The PostgreSQL server of the embedded default: a real one, with durable settings, whose data outlives the program.
/// It listens on 127.0.0.1 only, where it can on the port it had last time, and asks every login for its password.
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Duration START = Duration.ofSeconds(60); // recovery after a kill included
    private static final String PORT = "port";
    private static final int STOP_SECONDS = 20;
    private static final int ATTEMPTS = 20;

    private final PostgresProgram program;
    private final Path cluster;
    private final Process server;
    private final int port;

    private EmbeddedPostgres(PostgresProgram program, Path cluster, Process server, int port) {
        this.program = program;
        this.cluster = cluster;
        this.server = server;
        this.port = port;
    }

    /// Starts the server on the directory, made on first use; a server orphaned by a killed program is stopped first.
    ///
    /// @param logs where `postgresql.log` goes
    static EmbeddedPostgres start(Path directory, Path logs, DatabaseSecrets secrets) throws IOException {
        SecretFile.directory(directory);
        PostgresProgram program = new PostgresProgram(PostgresBinaries.in(directory), logs.resolve("postgresql.log"));
        Path cluster = directory.resolve("data");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            create(program, cluster, secrets);
        } else if (Postmaster.orphanIn(cluster)) {
            stop(program, cluster);
        }
        for (int attempt = 1; ; attempt++) {
            int port = portOf(directory);
            Process server = program.start("postgres", settings(cluster, port));
            if (becomesReady(server, cluster)) {
                Files.writeString(directory.resolve(PORT), Integer.toString(port));
                return new EmbeddedPostgres(program, cluster, server, port);
            }
            // after a kill of the whole tree its children may take a moment to notice and let go of the shared memory
            if (server.isAlive() || attempt == ATTEMPTS) {
                server.destroy();
                throw Stopped.unreachable("PostgreSQL does not start: " + program.lastWords() + " (see " + program.log()
                        + ")" + PostgresProgram.rootAdvice());
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private static void create(PostgresProgram program, Path cluster, DatabaseSecrets secrets) throws IOException {
        Path part = cluster.resolveSibling("data.part");
        Path password = cluster.resolveSibling("initial-password");
        Directories.delete(part);
        Files.deleteIfExists(password);
        SecretFile.readOrCreate(password, secrets::superuser);
        boolean made = program.run(
                "initdb",
                List.of(
                        "--pgdata=" + part,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"),
                60);
        Files.deleteIfExists(password);
        if (!made) {
            throw Stopped.unreachable("PostgreSQL cannot set up its data in " + part + ": " + program.lastWords()
                    + " (see " + program.log() + ")" + PostgresProgram.rootAdvice());
        }
        Files.move(part, cluster);
    }

    /// Durable: what was acknowledged is on the disk. Small: this shares a machine with two services.
    private static List<String> settings(Path cluster, int port) {
        return List.of(
                "-D", cluster.toString(),
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "fsync=on",
                "-c", "synchronous_commit=on",
                "-c", "full_page_writes=on",
                "-c", "max_connections=200",
                "-c", "shared_buffers=256MB",
                "-c", "max_wal_size=2GB",
                "-c", "log_min_messages=log", // errors name the values they are about, and logs hold no marks; the
                // services report them
                "-c", "log_min_error_statement=panic");
    }

    private static boolean becomesReady(Process server, Path cluster) {
        long until = System.nanoTime() + START.toNanos();
        while (server.isAlive() && System.nanoTime() - until < 0) {
            if (Postmaster.isReady(cluster, server.pid())) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return false;
    }

    /// Where the server on this directory listens, or listened last.
    static int portIn(Path directory) throws IOException {
        return Integer.parseInt(Files.readString(directory.resolve(PORT)).strip());
    }

    /// Whoever is connected to a server that was killed finds it again.
    private static int portOf(Path directory) throws IOException {
        Path file = directory.resolve(PORT);
        if (!Files.exists(file)) return freePort();
        try (ServerSocket socket =
                new ServerSocket(Integer.parseInt(Files.readString(file)), 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException | IllegalArgumentException taken) {
            return freePort();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /// The address of one of its databases.
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Ends it cleanly: open connections are cut, everything acknowledged is on the disk anyway.
    @Override
    public void close() {
        stop(program, cluster);
        try {
            if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(PostgresProgram program, Path cluster) {
        List<String> stop = List.of("stop", "-D", cluster.toString(), "-w", "-t", Integer.toString(STOP_SECONDS), "-m");
        boolean fast = program.run("pg_ctl", and(stop, "fast"), STOP_SECONDS + 5);
        if (!fast) {
            program.run("pg_ctl", and(stop, "immediate"), STOP_SECONDS + 5);
        }
    }

    private static List<String> and(List<String> arguments, String last) {
        return Stream.concat(arguments.stream(), Stream.of(last)).toList();
    }
}
