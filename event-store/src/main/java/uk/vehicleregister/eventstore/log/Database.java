package uk.vehicleregister.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// One statement on a connection of the pool; LogUnavailableException when that cannot be.
record Database(DataSource dataSource) {

    /// A pool hands a connection it saw alive a moment ago out untried, so after a restart of the server several may
    /// be found dead, one after the other. Reading again costs nothing; a server that is silent is not asked twice.
    private static final Duration AGAIN_WITHIN = Duration.ofMillis(500);

    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    <T> T query(String sql, Parameters parameters, Rows<T> rows) {
        return read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                try (ResultSet row = statement.executeQuery()) {
                    return rows.read(row);
                }
            }
        });
    }

    /// For what only reads: it is asked again where its connection turns out to be lost.
    <T> T read(Question<T> question) {
        long began = System.nanoTime();
        while (true) {
            try (Connection connection = dataSource.getConnection()) {
                try {
                    return question.ask(connection);
                } catch (SQLException e) {
                    boolean lost = AppendFault.of(e) == AppendFault.CONNECTION_LOST;
                    boolean tooLate = System.nanoTime() - began >= AGAIN_WITHIN.toNanos();
                    if (!lost || tooLate || Thread.currentThread().isInterrupted()) throw e;
                }
            } catch (SQLException e) {
                throw new LogUnavailableException("The log cannot be read", e);
            }
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
