package uk.vehicleregister.query.projection;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Stateless Hibernate sessions on the connection of the transaction at hand, so that rows and token commit together.
/// Projections ask them for rows by keys with `= any (:array)`, which is one parameter and one statement for any number
/// of keys; `in :list` has Hibernate write another one, and the database plan it, for each number.
public final class RowSessions {

    private static final int BATCH = 500;

    private final SessionFactory sessions;
    private final DataSource dataSource;

    public RowSessions(EntityManagerFactory entityManagers, DataSource dataSource) {
        this.sessions = entityManagers.unwrap(SessionFactory.class);
        this.dataSource = dataSource;
    }

    /// Rows are looked up by their keys. Of a table that was empty, or has grown since it was last counted, the
    /// planner thinks otherwise: it reads it whole, and such a plan, once kept, costs more with every batch.
    private static void useKeys(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_seqscan = off");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be reached", e);
        }
    }

    /// Call inside a transaction only.
    public void use(Consumer<StatelessSession> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        useKeys(connection);
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            session.setJdbcBatchSize(BATCH);
            work.accept(session);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
