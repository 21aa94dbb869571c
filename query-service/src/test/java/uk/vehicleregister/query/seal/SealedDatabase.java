package uk.vehicleregister.query.seal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.Appends;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.transparencylog.note.CheckpointFile;

/// A log on a real PostgreSQL, and sealers for it.
final class SealedDatabase implements AutoCloseable {

    final TestDatabase database = TestDatabase.fresh();
    final SealedLog sealed = new SealedLog(database.query());
    private final EventLogWriter writer = new EventLogWriter(database.command());
    private final List<SealStore> stores = new ArrayList<>();

    /// One append of so many events.
    void append(int events) {
        AppendOutcome outcome = writer.append(Appends.several("vehicle-" + UUID.randomUUID(), 0, events));
        if (!(outcome instanceof AppendOutcome.Appended)) throw new AssertionError("not appended: " + outcome);
    }

    SealStore store() {
        SealStore store =
                SealStore.open(new SealStore.Login(database.url(), database.sealerUser(), database.sealerPassword()));
        stores.add(store);
        return store;
    }

    Sealer sealer(SealingKeys keys, Path memory, WitnessAddress... witnesses) {
        return new Sealer(
                new EventLogReader(database.query()),
                keys,
                new CheckpointFile(memory),
                new Witnesses(List.of(witnesses)));
    }

    EventLogReader reader() {
        return new EventLogReader(database.query());
    }

    /// What somebody does who owns the database and switches its guards off.
    void tamper(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("event", "tile", "checkpoint")) {
                statement.execute("alter table log.%s disable trigger user".formatted(table));
            }
            statement.execute(sql);
            for (String table : List.of("event", "tile", "checkpoint")) {
                statement.execute("alter table log.%s enable trigger user".formatted(table));
            }
        }
    }

    /// Takes over these rows of another database, byte for byte, as a backup does.
    void putBack(SealedDatabase from, String table, String which) throws SQLException {
        String rows = from.database
                .rows("select coalesce(json_agg(t), '[]') from log.%s t where %s".formatted(table, which))
                .getFirst();
        tamper("insert into log.%1$s select * from json_populate_recordset(null::log.%1$s, $rows$%2$s$rows$)"
                .formatted(table, rows));
    }

    @Override
    public void close() {
        stores.forEach(SealStore::close);
        writer.close();
        database.close();
    }
}
