package uk.vehicleregister.query.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import uk.vehicleregister.query.projection.Projection;

/// The live rows and how far each projection is, all of one moment. Nobody waits for it but a rebuild that would put
/// other tables in their place.
final class LiveRows implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Long> positions = new HashMap<>();

    LiveRows(DataSource dataSource, List<Projection> projections) {
        String tables = projections.stream()
                .flatMap(projection -> projection.tables().stream())
                .map(table -> "read." + table)
                .collect(Collectors.joining(", "));
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be used", e);
        }
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '10s'");
                // First of all: a rebuild may swap the tables, and a snapshot from before would find the new ones
                // empty.
                statement.execute("lock table " + tables + " in access share mode");
                positions(statement, positions);
            }
        } catch (SQLException e) {
            close();
            throw new DataAccessResourceFailureException("The live rows cannot be read", e);
        }
    }

    private static void positions(Statement statement, Map<String, Long> positions) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select processor_name, position from read.projection_token where segment = 0")) {
            while (row.next()) positions.put(row.getString(1), row.getLong(2));
        }
    }

    /// -1 before the first event.
    long position(Projection projection) {
        return positions.getOrDefault(projection.name(), -1L);
    }

    CopiedRows of(Columns columns) {
        return new CopiedRows(connection, columns.copy("read"));
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // then it is gone all the same
        }
    }
}
