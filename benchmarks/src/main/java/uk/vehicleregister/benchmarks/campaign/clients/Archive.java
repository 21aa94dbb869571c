package uk.vehicleregister.benchmarks.campaign.clients;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.benchmarks.cluster.Cluster;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.program.postgres.RegisterDatabase;

/// The register's database as one with every right sees it: the log, its keys, the read tables. It stands for the post,
/// too, which brings a new V5C without the query service's doing.
public final class Archive implements AutoCloseable {

    private final HikariDataSource database;
    private final EventLogReader log;
    private final Vault vault;

    private Archive(HikariDataSource database, Vault vault) {
        this.database = database;
        this.log = new EventLogReader(database);
        this.vault = vault;
    }

    public static Archive of(Cluster cluster) {
        RegisterDatabase.Login superuser = cluster.database().superuser();
        HikariConfig config = new HikariConfig();
        config.setPoolName("archive");
        config.setJdbcUrl(cluster.database().url());
        config.setUsername(superuser.user());
        config.setPassword(superuser.password());
        config.setMaximumPoolSize(6);
        config.setConnectionTimeout(2_000);
        config.addDataSourceProperty("ApplicationName", "campaign");
        HikariDataSource database = new HikariDataSource(config);
        LocalKeys keys = LocalKeys.open(cluster.directory().resolve("keys"), false);
        return new Archive(database, new Vault(database, keys.keyService()));
    }

    public EventLogReader log() {
        return log;
    }

    public Vault vault() {
        return vault;
    }

    /// The first column of each row.
    public List<String> rows(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) rows.add(row.getString(1));
            return rows;
        } catch (SQLException away) {
            throw new LogUnavailableException("The database cannot be asked", away);
        }
    }

    /// A connection of one's own, to do what harms others.
    public Connection connection() throws SQLException {
        return database.getConnection();
    }

    /// Ten minutes pass for those who are locked out, as far as the register can tell.
    public void letLocksPass() {
        Outage.rideOut(() -> rows("delete from log.attempt returning counter"));
    }

    /// The V5C the post brings after the transaction that ended there.
    public V5C v5c(String vehicleId, long position) {
        return Outage.rideOut(() -> log.transactionEndingAt(position).stream()
                .map(Archive::fact)
                .filter(fact -> fact instanceof V5CIssued issued
                        && issued.vehicleId().text().equals(vehicleId))
                .map(fact -> opened((V5CIssued) fact))
                .findFirst()
                .orElseThrow());
    }

    public V5C latest(String vehicleId) {
        return Outage.rideOut(() -> log.stream(VehicleFact.streamOf(new VehicleId(vehicleId)), 0).stream()
                .sorted(Comparator.comparing(RecordedEvent::version).reversed())
                .map(Archive::fact)
                .filter(V5CIssued.class::isInstance)
                .map(fact -> opened((V5CIssued) fact))
                .findFirst()
                .orElseThrow());
    }

    /// The last one issued for the mark of this stream.
    public Certificate certificate(String stream) {
        return Outage.rideOut(() -> log.stream(stream, 0).stream()
                .map(Archive::fact)
                .filter(EntitlementGranted.class::isInstance)
                .map(EntitlementGranted.class::cast)
                .reduce((_, later) -> later)
                .map(granted -> new Certificate(
                        granted.mark().text(),
                        plain(vault.open(granted.certificate().sealed().text()))))
                .orElseThrow());
    }

    private V5C opened(V5CIssued issued) {
        return new V5C(
                issued.vehicleId().text(),
                issued.mark().text(),
                plain(vault.open(issued.documentReference().sealed().text())));
    }

    /// The references of V5Cs, each by the position it was issued at.
    public Map<Long, String> references(Map<Long, String> sealed) {
        Map<String, Opened> opened = Outage.rideOut(() -> vault.openAll(sealed.values()));
        Map<Long, String> plain = new java.util.HashMap<>();
        sealed.forEach((position, text) -> plain.put(position, plain(opened.get(text))));
        return plain;
    }

    private static Fact fact(RecordedEvent event) {
        return EventJson.readFact(event.type(), event.revision(), event.payload());
    }

    private static String plain(@org.jspecify.annotations.Nullable Opened opened) {
        if (opened instanceof Opened.Plain(String text)) return text;
        throw new IllegalStateException("what was sealed in this trial is erased");
    }

    @Override
    public void close() {
        database.close();
    }
}
