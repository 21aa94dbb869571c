package uk.vehicleregister.benchmarks.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.schema.LogSchema;
import uk.vehicleregister.eventstore.vault.Vault;

/// What ours is compared with, and our own log without rules, in a database of their own on the same server.
final class Peers implements AutoCloseable {

    private static final String DATABASE = "peers";
    private static final String PAYLOAD = "{\"text\":\"" + "x".repeat(240) + "\"}";

    private final StockAxon stock;
    private final PekkoJournal pekko;
    private final EventLogWriter writer;
    private final DataSource database;
    private final AtomicLong plain = new AtomicLong();
    private final AtomicLong streams = new AtomicLong();

    private Peers(DataSource database, StockAxon stock, PekkoJournal pekko) {
        this.database = database;
        this.stock = stock;
        this.pekko = pekko;
        this.writer = new EventLogWriter(database);
    }

    static Peers on(Stage stage, CommandsInProcess commands) throws Exception {
        DataSource superuser = stage.superuser("register");
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        DataSource database = stage.superuser(DATABASE);
        LogSchema.migrate(database);
        return new Peers(
                database,
                new StockAxon(
                        database,
                        new StockVehicle.Tools(
                                commands.bean(Papers.class),
                                commands.bean(SealedPersons.class),
                                commands.bean(Vault.class))),
                new PekkoJournal(
                        stage.cluster().database().url().replaceFirst("/[^/]*$", "/" + DATABASE),
                        stage.cluster().database().superuser()));
    }

    Load.Clients stockAxon() {
        return stock.sales();
    }

    Load.Clients pekko() {
        return pekko.appends();
    }

    /// One event of 350 bytes an append, on our log, with nothing decided.
    Load.Clients plainAppends() {
        return _ -> {
            String stream = "plain-" + streams.incrementAndGet();
            AtomicLong version = new AtomicLong();
            return (Load.Client) () -> {
                NewEvent event = new NewEvent(
                        UUID.randomUUID(), stream, version.getAndIncrement(), "KeeperChanged", "1", PAYLOAD, "{}");
                boolean appended = writer.append(Append.of(List.of(event))) instanceof AppendOutcome.Appended;
                if (appended) plain.incrementAndGet();
                return appended;
            };
        };
    }

    /// A peer that loses what it acknowledged is no measure of anything.
    void check() throws SQLException {
        demand("log.event", plain.get());
        demand("event_journal", pekko.appended());
        demand("domain_event_entry", stock.appended());
    }

    private void demand(String table, long acknowledged) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            if (row.getLong(1) != acknowledged)
                throw new IllegalStateException(
                        table + " holds " + row.getLong(1) + " events and " + acknowledged + " were acknowledged");
        }
    }

    @Override
    public void close() {
        writer.close();
        pekko.close();
        stock.close();
    }
}
