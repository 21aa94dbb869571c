package uk.vehicleregister.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import uk.vehicleregister.eventstore.schema.Durability;

/// The writer's one connection, and the server process at its other end.
final class WriterSession implements AutoCloseable {

    /// Longer than the lock wait: a server that is silent for so long is taken for lost.
    private static final int NETWORK_TIMEOUT = 10_000;

    private final Connection connection;
    private final PreparedStatement append;
    private final Backend backend;

    /// A server process; numbers are used again, so its start belongs to it.
    record Backend(int pid, OffsetDateTime started) {}

    private WriterSession(Connection connection, Door door) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT);
        Durability.demand(connection);
        backend = ownBackend(connection);
        append = connection.prepareStatement(door.call());
        append.unwrap(PGStatement.class).setPrepareThreshold(1);
    }

    static WriterSession open(DataSource dataSource, Door door) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new WriterSession(connection, door);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    Backend backend() {
        return backend;
    }

    /// One round trip, one transaction; the outcomes are in the order of the items.
    List<AppendOutcome> append(List<Append> items, boolean oneByOne) throws SQLException {
        BatchArrays arrays = new BatchArrays(items);
        arrays.bind(append, oneByOne);
        List<AppendOutcome> outcomes = new ArrayList<>(items.size());
        Map<Integer, AppendOutcome> stale = new HashMap<>();
        try (ResultSet row = append.executeQuery()) {
            while (row.next()) {
                int item = row.getInt("item");
                if (item <= 0) return appended(items, stale, row);
                AppendOutcome outcome = outcome(row, items.get(item - 1));
                stale.put(item, outcome);
                outcomes.add(outcome);
            }
        }
        // while it is still the writer's fault to tell: whoever has no outcome would wait for ever
        if (outcomes.size() < items.size())
            throw new IllegalStateException("log.append does not answer for each of " + items.size() + " items");
        return outcomes;
    }

    /// All, but those that are stale, one behind the other.
    private static List<AppendOutcome> appended(List<Append> items, Map<Integer, AppendOutcome> stale, ResultSet row)
            throws SQLException {
        long position = row.getLong("position");
        Instant recordedAt = instant(row);
        List<AppendOutcome> outcomes = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            AppendOutcome moved = stale.get(i + 1);
            if (moved == null) position += items.get(i).events().size();
            outcomes.add(moved != null ? moved : new AppendOutcome.Appended(position, recordedAt));
        }
        return outcomes;
    }

    private static AppendOutcome outcome(ResultSet row, Append item) throws SQLException {
        return switch (row.getString("result")) {
            case "APPENDED" -> new AppendOutcome.Appended(row.getLong("position"), instant(row));
            case "STALE" -> new AppendOutcome.Stale(Set.of(names(row)));
            case "BLOCKED" -> new AppendOutcome.Blocked(names(row)[0], Duration.ofMillis(row.getLong("retry_after")));
            case "RECEIPTED" -> {
                NewReceipt asked = item.receipt();
                if (asked == null) throw new IllegalStateException("A receipt was found that nobody asked for");
                yield new AppendOutcome.AlreadyReceipted(new Receipt(
                        asked.key(),
                        row.getBytes("fingerprint"),
                        row.getString("outcome"),
                        row.getLong("position"),
                        instant(row)));
            }
            default -> throw new IllegalStateException("log.append answers in words unknown here");
        };
    }

    private static String[] names(ResultSet row) throws SQLException {
        return (String[]) row.getArray("names").getArray();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    private static Backend ownBackend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()")) {
            row.next();
            return new Backend(row.getInt(1), row.getObject(2, OffsetDateTime.class));
        }
    }

    @Override
    public void close() {
        try {
            append.close();
            connection.close();
        } catch (SQLException e) {
            // It was lost before; there is nothing left to give back.
        }
    }
}
