package uk.vehicleregister.query.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.web.QuietTrace;

/// Rebuilds under way and done, seen from every instance. An advisory lock keeps two from building the same shadow, and
/// goes with the connection when an instance dies.
@Component
class Rebuilds {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int LOCKS = 0x7265_6275;

    /// How far a rebuild has come, or how it ended.
    @Schema(name = "RebuildStatus")
    record Status(
            String name,
            String state,
            long position,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    private final DataSource dataSource;
    private final JdbcClient database;
    private final Rebuild rebuild;

    Rebuilds(DataSource dataSource, JdbcClient database, Rebuild rebuild) {
        this.dataSource = dataSource;
        this.database = database;
        this.rebuild = rebuild;
    }

    List<Status> all() {
        return database.sql("select name, state, position, started_at, ended_at from projection_rebuild order by name")
                .query(Status.class)
                .list();
    }

    /// False when one is running already; otherwise it goes on in the background.
    boolean start(Projection projection) throws SQLException {
        Connection lock = dataSource.getConnection();
        boolean started = false;
        try {
            if (!lock(lock, projection)) return false;
            database.sql("""
                    insert into projection_rebuild (name, state, position, started_at) values (?, 'RUNNING', -1, now())
                    on conflict (name) do update set state = 'RUNNING', position = -1, started_at = now(), ended_at = null""").param(projection.name()).update();
            Thread.ofVirtual().name("rebuild " + projection.name()).start(() -> run(projection, lock));
            started = true;
            return true;
        } finally {
            if (!started) lock.close();
        }
    }

    private void run(Projection projection, Connection lock) {
        String name = projection.name();
        String state = "FAILED";
        try {
            rebuild.run(
                    projection,
                    position -> database.sql("update projection_rebuild set position = ? where name = ?")
                            .params(position, name)
                            .update());
            state = "DONE";
        } catch (RuntimeException e) {
            LOG.error("The rebuild of {} failed: {}", name, QuietTrace.of(e));
        } finally {
            end(name, state);
            unlock(lock, projection);
        }
    }

    private void end(String name, String state) {
        try {
            database.sql("update projection_rebuild set state = ?, ended_at = now() where name = ?")
                    .params(state, name)
                    .update();
        } catch (RuntimeException e) {
            LOG.error(
                    "The end of the rebuild of {} could not be noted: {}",
                    name,
                    e.getClass().getName());
        }
    }

    private static boolean lock(Connection connection, Projection projection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?, hashtext(?))", projection);
    }

    private static void unlock(Connection connection, Projection projection) {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?, hashtext(?))", projection);
        } catch (SQLException e) {
            LOG.warn("The lock of a rebuild went with its connection");
        }
    }

    private static boolean ask(Connection connection, String sql, Projection projection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCKS);
            statement.setString(2, projection.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
