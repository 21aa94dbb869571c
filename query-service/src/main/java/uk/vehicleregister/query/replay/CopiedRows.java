package uk.vehicleregister.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;

/// Rows as the database hands them over, without holding more than one.
final class CopiedRows implements Rows, AutoCloseable {

    private final Connection connection;
    private final CopyOut copy;

    CopiedRows(Connection connection, String statement) {
        this.connection = connection;
        try {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Rows cannot be read", e);
        }
    }

    @Override
    public byte @Nullable [] next() {
        try {
            return copy.readFromCopy();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Rows cannot be read", e);
        }
    }

    /// Before the end the connection is given up with it: what the server has sent by then would be taken for the
    /// answer to somebody's next question.
    @Override
    public void close() {
        try {
            if (copy.isActive()) connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Rows cannot be read", e);
        }
    }
}
