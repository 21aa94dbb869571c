package uk.vehicleregister.benchmarks.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.benchmarks.cluster.Cluster;
import uk.vehicleregister.benchmarks.cluster.Service;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.load.EnquiryModel;
import uk.vehicleregister.program.postgres.RegisterDatabase.Login;

/// A register of its own, and what all measurements share of it. Only the services that a measurement needs are
/// running meanwhile.
final class Stage implements AutoCloseable {

    static final int CLIENTS = 64;

    /// The loaded vehicles are shared out: in process hot, over HTTP, in process cold, lag.
    static final int PARTS = 4;

    /// @param vehicles how many are loaded first
    /// @param sealed whether the query service seals the log
    /// @param directory for all data and logs
    /// @param tell takes a line of progress now and then
    record Order(Form form, int vehicles, long seed, boolean sealed, Path directory, Consumer<String> tell) {}

    private final Order order;
    private final Cluster cluster;
    private final Map<Kind, Service> services = new EnumMap<>(Kind.class);
    private final Set<Kind> running = EnumSet.noneOf(Kind.class);
    private final Floors floors;

    /// Ctrl-C leaves nothing running.
    private final Thread interrupted = new Thread(this::end, "end");

    private final Ledger ledger = new Ledger();
    private List<Car> cars = List.of();

    Stage(Order order) throws SQLException {
        this.order = order;
        this.cluster = Cluster.start(order.directory());
        Runtime.getRuntime().addShutdownHook(interrupted);
        for (Kind kind : Kind.values()) services.put(kind, cluster.standard(kind, order.sealed()));
        this.floors = new Floors(superuser("register"));
    }

    Order order() {
        return order;
    }

    Form form() {
        return order.form();
    }

    void tell(String line) {
        order.tell().accept(line);
    }

    Cluster cluster() {
        return cluster;
    }

    Floors floors() {
        return floors;
    }

    Ledger ledger() {
        return ledger;
    }

    static String today() {
        return LocalDate.now(ZoneId.of("Europe/London")).toString();
    }

    /// Starts these services if they are not running, and ends the others.
    void runOnly(Set<Kind> kinds) {
        for (Kind kind : Kind.values()) {
            Service service = service(kind);
            if (!kinds.contains(kind) && running.remove(kind)) service.close();
        }
        for (Kind kind : kinds)
            if (running.add(kind)) {
                service(kind).start();
            }
    }

    Service service(Kind kind) {
        Service service = services.get(kind);
        if (service == null) throw new IllegalStateException("there is no such service");
        return service;
    }

    int port(Kind kind) {
        return kind == Kind.COMMAND
                ? cluster.ports().command()
                : cluster.ports().query();
    }

    void load(List<Car> loaded) {
        cars = List.copyOf(loaded);
    }

    /// A part of the loaded vehicles, for one measurement alone.
    ///
    /// @param part from 0
    Cars cars(int part) {
        int size = cars.size() / PARTS;
        return new Cars(cars.subList(part * size, (part + 1) * size), references());
    }

    List<Car> allCars() {
        return cars;
    }

    /// Answers the log's last position once every read model has come so far.
    long awaitReadModels() {
        long last = lastPosition();
        try (Http http = new Http(Duration.ofSeconds(10))) {
            new EnquiryModel(http, cluster.ports().queryAddress()).await(last);
        }
        return last;
    }

    long lastPosition() {
        return new EventLogReader(as(cluster.database().command())).lastPosition();
    }

    private References references() {
        DataSource log = as(cluster.database().command());
        LocalKeys keys = LocalKeys.open(cluster.directory().resolve("keys"), false);
        return new References(log, new Vault(log, keys.keyService()));
    }

    DataSource as(Login login) {
        return source(cluster.database().url(), login);
    }

    DataSource superuser(String database) {
        String url = cluster.database().url();
        return source(
                url.substring(0, url.lastIndexOf('/') + 1) + database,
                cluster.database().superuser());
    }

    private static DataSource source(String url, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(interrupted);
        end();
    }

    private void end() {
        cluster.close();
    }
}
