package uk.vehicleregister.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;

/// Rows as the database hands them over, without holding more than one.
final class CopiedRows implements Rows, AutoCloseable {

    private final CopyOut copy;

    CopiedRows(Connection connection, String statement) {
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

    @Override
    public void close() {
        try {
            if (copy.isActive()) copy.cancelCopy();
        } catch (SQLException e) {
            // the connection is given up by its owner
        }
    }
}
