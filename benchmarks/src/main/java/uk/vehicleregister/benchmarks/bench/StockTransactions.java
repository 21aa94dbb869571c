package uk.vehicleregister.benchmarks.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/// JPA for the stock engine: an entity manager a thread for as long as its transaction lasts, a connection for each
/// client.
final class StockTransactions implements EntityManagerProvider, TransactionManager {

    private final EntityManagerFactory entities;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    StockTransactions(EntityManagerFactory entities) {
        this.entities = entities;
    }

    static EntityManagerFactory entities(DataSource database, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        pool.setAutoCommit(false);
        return new HibernatePersistenceConfiguration("stock")
                .managedClasses(DomainEventEntry.class, SnapshotEventEntry.class)
                .property("jakarta.persistence.nonJtaDataSource", new HikariDataSource(pool))
                .property("jakarta.persistence.schema-generation.database.action", "create")
                .property(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                .property("hibernate.connection.provider_disables_autocommit", true)
                .property("hibernate.jdbc.batch_size", 50)
                .createEntityManagerFactory();
    }

    @Override
    public EntityManager getEntityManager() {
        return current.get();
    }

    @Override
    public Transaction startTransaction() {
        if (current.get() != null) return new Joined();
        EntityManager entityManager = entities.createEntityManager();
        entityManager.getTransaction().begin();
        current.set(entityManager);
        return new Own(entityManager);
    }

    private final class Own implements Transaction {

        private final EntityManager entityManager;

        Own(EntityManager entityManager) {
            this.entityManager = entityManager;
        }

        @Override
        public void commit() {
            try (entityManager) {
                entityManager.getTransaction().commit();
            } finally {
                current.remove();
            }
        }

        @Override
        public void rollback() {
            try (entityManager) {
                entityManager.getTransaction().rollback();
            } finally {
                current.remove();
            }
        }
    }

    /// Within another of the same thread, which decides.
    private static final class Joined implements Transaction {

        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    }
}
