package uk.vehicleregister.eventstore.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.vehicleregister.eventstore.log.LogUnavailableException;

/// Wraps living data keys under a new intermediate key from time to time, and destroys the old one, in the database
/// and in the key service. From then on a backup of before holds nothing of the erased that could be read.
///
/// It goes on by turns, each of which may be cut off anywhere: begin a new one when the youngest is old enough,
/// wrap anew what lies under others, destroy those when nobody uses them any more.
public final class Rewrapping {

    private static final int PAGE = 500;

    /// To look through all data keys of a large register takes longer than other questions of this login.
    private static final int PATIENCE_MILLIS = 600_000;

    /// So that two services do not begin a new key each. Any number will do.
    private static final long LOCK = 7_206_103_841L;

    private final DataSource eraser;
    private final KeyService keyService;

    /// @param eraser a login with the role `register_key_eraser`
    public Rewrapping(DataSource eraser, KeyService keyService) {
        this.eraser = eraser;
        this.keyService = keyService;
    }

    /// What a turn did.
    ///
    /// @param rewrapped data keys that were wrapped anew
    /// @param destroyed intermediate keys that are no more
    /// @param isDone whether one intermediate key is left, and the key service holds nothing older
    public record Turn(boolean begun, long rewrapped, int destroyed, boolean isDone) {}

    private record Intermediate(int id, byte[] wrapped, Duration age) {}

    /// @param every the age at which another intermediate key is begun
    /// @param settled the age at which every service uses it: more than the minute for which each keeps the one in
    /// use
    public Turn turn(Duration every, Duration settled) {
        try (Connection connection = eraser.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            if (!alone(connection)) return new Turn(false, 0, 0, false);
            try {
                return turn(connection, every, settled);
            } finally {
                query(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("Data keys cannot be wrapped anew", e);
        }
    }

    private Turn turn(Connection connection, Duration every, Duration settled) throws SQLException {
        List<Intermediate> all = intermediates(connection);
        boolean begun = !all.isEmpty() && all.getLast().age().compareTo(every) >= 0;
        if (begun) {
            begin(connection);
            all = intermediates(connection);
        }
        if (all.isEmpty()) return new Turn(false, 0, 0, true);
        Intermediate youngest = all.getLast();
        List<Intermediate> older = all.subList(0, all.size() - 1);
        boolean isSettled = youngest.age().compareTo(settled) >= 0;
        if (isSettled) for (Intermediate old : older) retire(connection, old);
        long rewrapped = older.isEmpty() ? 0 : rewrap(connection, older, youngest);
        int destroyed = 0;
        if (isSettled) for (Intermediate old : older) if (destroy(connection, old)) destroyed++;
        boolean alone = destroyed == older.size();
        if (alone) keyService.destroyOlder(youngest.wrapped());
        return new Turn(begun, rewrapped, destroyed, alone);
    }

    private void begin(Connection connection) throws SQLException {
        keyService.renew();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into log.intermediate_key (wrapped) values (?)")) {
            insert.setBytes(1, keyService.wrap(AesGcm.random(AesGcm.KEY)));
            insert.executeUpdate();
        }
    }

    private long rewrap(Connection connection, List<Intermediate> older, Intermediate youngest) throws SQLException {
        IntermediateKeys.Intermediate into = opened(youngest);
        List<IntermediateKeys.Intermediate> from =
                older.stream().map(this::opened).toList();
        long rewrapped = 0;
        List<WrappedKey> page = page(connection, youngest.id(), new UUID(0, 0));
        while (!page.isEmpty()) {
            rewrapped += write(connection, page, from, into);
            page = page(connection, youngest.id(), page.getLast().keyId());
        }
        return rewrapped;
    }

    private static List<WrappedKey> page(Connection connection, int youngest, UUID after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select key_id, intermediate_id, wrapped from log.data_key
                 where key_id > ? and intermediate_id <> ? and wrapped is not null order by key_id limit ?""")) {
            select.setObject(1, after);
            select.setInt(2, youngest);
            select.setInt(3, PAGE);
            List<WrappedKey> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next())
                    page.add(new WrappedKey(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)));
            }
            return page;
        }
    }

    private static long write(
            Connection connection,
            List<WrappedKey> page,
            List<IntermediateKeys.Intermediate> from,
            IntermediateKeys.Intermediate into)
            throws SQLException {
        UUID[] ids = page.stream().map(WrappedKey::keyId).toArray(UUID[]::new);
        Integer[] froms = page.stream().map(WrappedKey::intermediateId).toArray(Integer[]::new);
        byte[][] rewrapped = page.stream()
                .map(key -> into.wrap(one(from, key.intermediateId()).unwrap(key)))
                .toArray(byte[][]::new);
        try (PreparedStatement update = connection.prepareStatement("select log.rewrap_data_keys(?, ?, ?, ?)")) {
            update.setArray(1, connection.createArrayOf("uuid", ids));
            update.setArray(2, connection.createArrayOf("int4", froms));
            update.setInt(3, into.id());
            update.setArray(4, connection.createArrayOf("bytea", rewrapped));
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static IntermediateKeys.Intermediate one(List<IntermediateKeys.Intermediate> all, int id) {
        return all.stream()
                .filter(key -> key.id() == id)
                .findAny()
                .orElseThrow(() -> new UnreadableKeyException("There is no intermediate key " + id, null));
    }

    /// From now on no append brings a data key under it.
    private static void retire(Connection connection, Intermediate old) throws SQLException {
        query(connection, "select log.retire_intermediate_key(" + old.id() + ")");
    }

    private static boolean destroy(Connection connection, Intermediate old) throws SQLException {
        return query(connection, "select log.destroy_intermediate_key(" + old.id() + ")");
    }

    private IntermediateKeys.Intermediate opened(Intermediate key) {
        return new IntermediateKeys.Intermediate(key.id(), new AesGcm(keyService.unwrap(key.wrapped())));
    }

    private static boolean alone(Connection connection) throws SQLException {
        return query(connection, "select pg_try_advisory_lock(" + LOCK + ")");
    }

    private static boolean query(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /// The oldest first.
    private static List<Intermediate> intermediates(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select id, wrapped, extract(epoch from clock_timestamp() - created_at) * 1000
                          from log.intermediate_key order by id""");
                ResultSet row = select.executeQuery()) {
            List<Intermediate> all = new ArrayList<>();
            while (row.next())
                all.add(new Intermediate(row.getInt(1), row.getBytes(2), Duration.ofMillis((long) row.getDouble(3))));
            return all;
        }
    }
}
