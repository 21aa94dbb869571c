package uk.vehicleregister.query.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.rebuild.Fold;
import uk.vehicleregister.query.rebuild.ShadowTables;

/// The shadows of one replay, in schemas of its own that go with it. A lock tells which schemas belong to a replay that
/// is still alive: what one left that was killed, the next one drops.
final class PassingShadows implements AutoCloseable {

    private static final int LOCKS = 0x7265_706c;
    private static final String PREFIX = "replay_";
    private static final String LOCK = "select pg_try_advisory_lock(?, ?)";
    private static final String UNLOCK = "select pg_advisory_unlock(?, ?)";
    private static final String MINE = """
            select nspname from pg_namespace
             where nspname ~ '^replay_[0-9a-f]{8}_[a-z_]+$' and pg_get_userbyid(nspowner) = current_user""";

    private final JdbcClient database;
    private final Connection lock;
    private final int run = ThreadLocalRandom.current().nextInt();
    private final List<Fold.Into> all = new ArrayList<>();

    PassingShadows(DataSource dataSource, List<Projection> projections) {
        database = JdbcClient.create(dataSource);
        try {
            lock = dataSource.getConnection();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be used", e);
        }
        try {
            if (!ask(lock, LOCK, run))
                throw new IllegalStateException("Another replay drew the same number; try again");
            dropLeftovers();
            ShadowTables tables = new ShadowTables(database);
            for (Projection projection : projections) {
                Fold.Into into = new Fold.Into(projection, tables.passing(PREFIX + hex(run) + "_", projection));
                all.add(into);
                into.shadow().create();
            }
        } catch (SQLException e) {
            close();
            throw new DataAccessResourceFailureException("The database cannot be used", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    List<Fold.Into> all() {
        return all;
    }

    private void dropLeftovers() throws SQLException {
        for (String schema : database.sql(MINE).query(String.class).list()) {
            int other = HexFormat.fromHexDigits(schema, PREFIX.length(), PREFIX.length() + 8);
            if (!ask(lock, LOCK, other)) continue;
            database.sql("drop schema if exists " + schema + " cascade").update();
            ask(lock, UNLOCK, other);
        }
    }

    private static boolean ask(Connection connection, String sql, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCKS);
            statement.setInt(2, run);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String hex(int run) {
        return HexFormat.of().toHexDigits(run);
    }

    @Override
    public void close() {
        try (lock) {
            for (Fold.Into into : all) into.shadow().drop();
            ask(lock, UNLOCK, run);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be used", e);
        }
    }
}
