package uk.vehicleregister.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/// One statement on a connection of the pool; LogUnavailableException when that cannot be.
record Database(DataSource dataSource) {

    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    <T> T query(String sql, Parameters parameters, Rows<T> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (ResultSet row = statement.executeQuery()) {
                return rows.read(row);
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("The log cannot be read", e);
        }
    }

    void update(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailableException("The log cannot be written", e);
        }
    }
}
