package uk.vehicleregister.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TileReader;

/// The sealer's own connection. The lock that makes it the only sealer belongs to this session, so a sealer that
/// has lost the lock has lost the connection it writes on as well.
final class SealStore implements TileReader, AutoCloseable {

    /// Where to connect, and as whom: a login of role `register_sealer`.
    record Login(String url, String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /// "vr-seal" as a number: every sealer of this database asks for the same lock.
    private static final String LOCK = "select pg_try_advisory_lock(x'76722d7365616c'::bigint)";

    private static final String PUT_TILE = """
            insert into log.tile (level, index, hashes) values (?, ?, ?)
            on conflict (level, index) do update set hashes = excluded.hashes""";
    private static final String PUT_CHECKPOINT =
            "insert into log.checkpoint (size, root, note, keys) values (?, ?, ?, ?)";
    /// The class of SQL states for what a constraint, or the trigger that keeps tiles as they are, has refused.
    private static final String REFUSED = "23";

    private final Connection connection;
    private boolean alone;

    private SealStore(Connection connection) {
        this.connection = connection;
    }

    static SealStore open(Login login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "sealer");
        try {
            return new SealStore(DriverManager.getConnection(login.url(), properties));
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /// Whether this is the only sealer, now and as long as the connection lasts.
    boolean isAlone() {
        if (alone) return true;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK)) {
            row.next();
            alone = row.getBoolean(1);
            return alone;
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Nullable
    Published latest() {
        try {
            return SealedRows.latest(connection);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        try {
            return SealedRows.tile(connection, tile);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /// All of it or nothing. What the database refuses to have changed is refused here too.
    void publish(Map<Tile, byte[]> tiles, Checkpoint checkpoint, SignedNote note, String keys) {
        try {
            connection.setAutoCommit(false);
            try {
                putTiles(tiles);
                putCheckpoint(checkpoint, note, keys);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state != null && state.startsWith(REFUSED)) {
                throw new SealRefusedException("the database holds other tiles or another checkpoint at size "
                        + checkpoint.size() + " (SQL state " + state + ")");
            }
            throw away(e);
        }
    }

    private void putTiles(Map<Tile, byte[]> tiles) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT_TILE)) {
            for (Map.Entry<Tile, byte[]> tile : tiles.entrySet()) {
                statement.setInt(1, tile.getKey().level());
                statement.setLong(2, tile.getKey().index());
                statement.setBytes(3, tile.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void putCheckpoint(Checkpoint checkpoint, SignedNote note, String keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT_CHECKPOINT)) {
            statement.setLong(1, checkpoint.size());
            statement.setBytes(2, checkpoint.root().bytes());
            statement.setString(3, new String(note.bytes(), UTF_8));
            statement.setString(4, keys);
            statement.executeUpdate();
        }
    }

    private static LogUnavailableException away(SQLException e) {
        return new LogUnavailableException("The sealer's database cannot be used", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // then the lock is gone with it all the same
        }
    }
}
