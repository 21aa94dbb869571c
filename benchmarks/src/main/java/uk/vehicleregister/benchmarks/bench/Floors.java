package uk.vehicleregister.benchmarks.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// What the same server does at best when nothing is decided and nothing checked: plain JDBC, prepared, one commit
/// each. On a table of its own in the register's database.
final class Floors {

    static final int STREAMS = 2_000;
    static final int EVENTS_OF_A_STREAM = 10;

    private static final String INSERT = "insert into floor.event (stream, version, event_id, type, payload)"
            + " values (?, ?, ?, 'KeeperChanged', ?)";
    private static final String TEN =
            "select version, type, payload from floor.event where stream = ? order by version desc limit 10";

    /// With the other columns a row of 350 bytes.
    private static final String PAYLOAD = "x".repeat(290);

    private final AtomicInteger runs = new AtomicInteger();

    Floors(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema floor");
            statement.execute("""
                    create table floor.event (
                        position bigint generated always as identity primary key,
                        version bigint not null, recorded_at timestamptz not null default now(), event_id uuid not null,
                        stream text collate "C" not null, type text not null, payload text not null,
                        unique (stream, version))""");
            statement.execute("insert into floor.event (stream, version, event_id, type, payload)"
                    + " select 'full-' || s, v, gen_random_uuid(), 'KeeperChanged', '" + PAYLOAD
                    + "' from generate_series(0, "
                    + (STREAMS - 1) + ") s, generate_series(0, " + (EVENTS_OF_A_STREAM - 1) + ") v");
            statement.execute("analyze floor.event");
        }
    }

    /// A: one event, one commit.
    Load.Clients inserts(Connections connections) {
        int run = runs.incrementAndGet();
        return number -> new Insert(connections.of(number), "floor-" + run + "-" + number);
    }

    /// B: the ten events of a stream, then A.
    Load.Clients readsAndInserts(Connections connections) {
        int run = runs.incrementAndGet();
        return number -> {
            PreparedStatement ten = prepared(connections.of(number), TEN);
            Insert insert = new Insert(connections.of(number), "floor-" + run + "-" + number);
            AtomicInteger next = new AtomicInteger(number * 31);
            return (Load.Client) () -> {
                ten.setString(1, "full-" + next.getAndAdd(17) % STREAMS);
                try (ResultSet row = ten.executeQuery()) {
                    while (row.next()) row.getString(3);
                }
                return insert.once();
            };
        };
    }

    /// C: a hundred events in one insert and one commit.
    Load.Clients manyAtOnce(Connections connections) {
        int run = runs.incrementAndGet();
        return number -> {
            PreparedStatement insert = prepared(
                    connections.of(number),
                    "insert into floor.event (stream, version, event_id, type, payload) select ?, v, gen_random_uuid(),"
                            + " 'KeeperChanged', p from unnest(?, ?) as n(v, p)");
            AtomicInteger version = new AtomicInteger();
            return (Load.Client) () -> {
                Long[] versions = new Long[100];
                String[] payloads = new String[100];
                for (int i = 0; i < 100; i++) {
                    versions[i] = (long) version.getAndIncrement();
                    payloads[i] = PAYLOAD;
                }
                Connection connection = connections.of(number);
                insert.setString(1, "floor-" + run + "-" + number);
                insert.setArray(2, connection.createArrayOf("bigint", versions));
                insert.setArray(3, connection.createArrayOf("text", payloads));
                insert.executeUpdate();
                return true;
            };
        };
    }

    /// E: one row by its primary key.
    Load.Clients rowsByKey(Connections connections) {
        return number -> {
            PreparedStatement select =
                    prepared(connections.of(number), "select payload from floor.event where position = ?");
            return (Load.Client) () -> {
                select.setLong(1, 1 + ThreadLocalRandom.current().nextLong((long) STREAMS * EVENTS_OF_A_STREAM));
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            };
        };
    }

    static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        return statement;
    }

    private static final class Insert implements Load.Client {

        private final PreparedStatement statement;
        private final String stream;
        private long version;

        Insert(Connection connection, String stream) throws SQLException {
            this.statement = prepared(connection, INSERT);
            this.stream = stream;
        }

        @Override
        public boolean once() throws SQLException {
            statement.setString(1, stream);
            statement.setLong(2, version++);
            statement.setObject(3, UUID.randomUUID());
            statement.setString(4, PAYLOAD);
            return statement.executeUpdate() == 1;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
