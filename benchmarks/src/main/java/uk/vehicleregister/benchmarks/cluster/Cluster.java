package uk.vehicleregister.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.springframework.context.ConfigurableApplicationContext;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.issuer.DevelopmentIssuer;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.query.seal.SealingKeys;

/// A register of its own under one directory: PostgreSQL and the development issuer, and as many command and query
/// services as asked for, each a process. Nothing of it is shared with a demo that may run on this machine.
public final class Cluster implements AutoCloseable {

    private static final String ORIGIN = "register.example/bench";

    private final Path directory;
    private final Ports ports;
    private final ConfigurableApplicationContext issuer;
    private final List<Service> services = new CopyOnWriteArrayList<>();
    private final Thread farewell = new Thread(this::end, "end-of-cluster");
    private volatile RegisterDatabase database;

    private Cluster(Path directory, Ports ports, RegisterDatabase database, ConfigurableApplicationContext issuer) {
        this.directory = directory;
        this.ports = ports;
        this.database = database;
        this.issuer = issuer;
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    /// Starts database and issuer; services are started one by one.
    public static Cluster start(Path directory) {
        try {
            SecretFile.directory(directory);
            RegisterDatabase database = RegisterDatabase.open(directory);
            try {
                LocalKeys.open(directory.resolve("keys"), true);
                Ports ports = new Ports(FreePorts.fourInARow());
                return new Cluster(
                        directory, ports, database, DevelopmentIssuer.start(ports, directory.resolve("secrets")));
            } catch (IOException | RuntimeException failed) {
                database.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw Stopped.unreachable(
                    "The register to be tried cannot be set up in " + directory + ": " + failed.getMessage());
        }
    }

    /// A service that is not started yet, with the demo's payment provider and API keys.
    public Service service(Kind kind) {
        return service(kind, UnaryOperator.identity());
    }

    /// @param settings what `serve` finds in its environment, to be changed where a trial wants it otherwise
    public Service service(Kind kind, UnaryOperator<Map<String, String>> settings) {
        try {
            return service(kind, FreePorts.one(), settings);
        } catch (IOException failed) {
            throw Stopped.unreachable("No port for a service: " + failed.getMessage());
        }
    }

    private Service service(Kind kind, int port, UnaryOperator<Map<String, String>> settings) {
        try {
            Path log = SecretFile.directory(directory.resolve("logs"))
                    .resolve(kind + "-" + (services.size() + 1) + ".log");
            Service service = new Service(kind, port, settings.apply(environment(kind, port)), log);
            services.add(service);
            return service;
        } catch (IOException failed) {
            throw Stopped.unreachable("No log for a service: " + failed.getMessage());
        }
    }

    /// A service where the program expects it, beside the issuer: for its own commands, as `import`. One of each kind.
    ///
    /// @param sealed whether a query service seals the log
    public Service standard(Kind kind, boolean sealed) {
        return standard(kind, sealed, UnaryOperator.identity());
    }

    /// @param settings what `serve` finds in its environment, to be changed where a trial wants it otherwise
    public Service standard(Kind kind, boolean sealed, UnaryOperator<Map<String, String>> settings) {
        int port = kind == Kind.COMMAND ? ports.command() : ports.query();
        boolean seals = sealed && kind == Kind.QUERY;
        return service(kind, port, usual -> settings.apply(seals ? sealing(usual) : usual));
    }

    private Map<String, String> sealing(Map<String, String> settings) {
        settings.put("REGISTER_SEAL_KEY", sealingKey().toString());
        settings.put("REGISTER_SEALER_DATABASE_USER", database.sealer().user());
        settings.put("REGISTER_SEALER_DATABASE_PASSWORD", database.sealer().password());
        return settings;
    }

    /// The file with the key that this register's log is signed with.
    public Path sealingKey() {
        try {
            Path key = SecretFile.directory(directory.resolve("sealing")).resolve("log.key");
            SealingKeys.createIfAbsent(key, ORIGIN);
            return key;
        } catch (IOException failed) {
            throw Stopped.unreachable("No place for a key to seal with: " + failed.getMessage());
        }
    }

    private Map<String, String> environment(Kind kind, int port) {
        RegisterDatabase.Login login = kind == Kind.COMMAND ? database.command() : database.query();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("REGISTER_DATABASE_URL", database.url());
        environment.put("REGISTER_DATABASE_USER", login.user());
        environment.put("REGISTER_DATABASE_PASSWORD", login.password());
        if (kind == Kind.QUERY) {
            RegisterDatabase.Login discloser = database.discloser();
            environment.put("REGISTER_DISCLOSER_DATABASE_USER", discloser.user());
            environment.put("REGISTER_DISCLOSER_DATABASE_PASSWORD", discloser.password());
        }
        environment.put("REGISTER_KEYS_DIRECTORY", directory.resolve("keys").toString());
        environment.put("REGISTER_ISSUER", issuerAddress());
        environment.put("REGISTER_PAYMENTS", "demo");
        environment.put("REGISTER_DEMO_API_KEYS", "true");
        environment.put("REGISTER_ADDRESS", "127.0.0.1");
        environment.put("REGISTER_PORT", Integer.toString(port));
        return environment;
    }

    public RegisterDatabase database() {
        return database;
    }

    /// Brings the database back after its postmaster was killed, on the port it had.
    public void reopenDatabase() {
        try {
            database = RegisterDatabase.open(directory);
        } catch (IOException failed) {
            throw Stopped.unreachable("The database does not come back: " + failed.getMessage());
        }
    }

    /// The process id of PostgreSQL's first process; IllegalStateException while it does not run.
    public long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(directory.resolve("postgresql/data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException gone) {
            throw new IllegalStateException("PostgreSQL does not run", gone);
        }
    }

    /// In the order in which they were made.
    public List<Service> services() {
        return List.copyOf(services);
    }

    public Ports ports() {
        return ports;
    }

    public String issuerAddress() {
        return ports.issuerAddress();
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        services.forEach(Service::close);
        issuer.close();
        database.close();
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // the program is being ended, and the hook finds nothing left to do
        }
    }

    /// Whoever ends the program before its time leaves no process of it behind.
    private void end() {
        services.forEach(Service::kill);
        database.close();
    }
}
