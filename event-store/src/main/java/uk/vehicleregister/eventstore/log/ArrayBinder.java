package uk.vehicleregister.eventstore.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// Sets a statement's parameters one after the other; arrays in the driver's binary form, which JSON texts need no
/// quoting in.
final class ArrayBinder {

    private final PreparedStatement statement;
    private final PGConnection connection;
    private int index;

    ArrayBinder(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.connection = statement.getConnection().unwrap(PGConnection.class);
    }

    int next() {
        return ++index;
    }

    ArrayBinder array(String type, Object elements) throws SQLException {
        statement.setArray(next(), connection.createArrayOf(type, elements));
        return this;
    }
}
