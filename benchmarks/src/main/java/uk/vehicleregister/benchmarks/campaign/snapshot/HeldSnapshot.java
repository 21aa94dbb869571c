package uk.vehicleregister.benchmarks.campaign.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import uk.vehicleregister.benchmarks.campaign.trial.Books;

/// What pg_dump does: one repeatable-read transaction, in which the log is copied out, and which stays open.
final class HeldSnapshot implements AutoCloseable {

    private final Connection connection;
    private final long rows;

    private HeldSnapshot(Connection connection, long rows) {
        this.connection = connection;
        this.rows = rows;
    }

    static HeldSnapshot take(Books books) throws SQLException, IOException {
        Connection connection = books.connect();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy log.event to stdout", OutputStream.nullOutputStream());
            return new HeldSnapshot(connection, rows);
        } catch (SQLException | IOException failed) {
            connection.close();
            throw failed;
        }
    }

    long rows() {
        return rows;
    }

    /// Whether it still is what it was: it sees nothing that came later.
    boolean isHeld() throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from log.event")) {
            row.next();
            return row.getLong(1) == rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
