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
public final class RowSessions {

    private static final int BATCH = 500;

    private final SessionFactory sessions;
    private final DataSource dataSource;

    public RowSessions(EntityManagerFactory entityManagers, DataSource dataSource) {
        this.sessions = entityManagers.unwrap(SessionFactory.class);
        this.dataSource = dataSource;
    }

    /// A plan made while the tables were empty reads them whole; kept, it makes a replay slower with every batch.
    private static void planAnew(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = force_custom_plan");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be reached", e);
        }
    }

    /// Call inside a transaction only.
    public void use(Consumer<StatelessSession> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        planAnew(connection);
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            session.setJdbcBatchSize(BATCH);
            work.accept(session);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
