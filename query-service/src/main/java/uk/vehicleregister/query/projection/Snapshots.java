package uk.vehicleregister.query.projection;

import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a projection's rows together with its position, both of the same moment.
@Component
public class Snapshots {

    private final JdbcClient database;
    private final Positions positions;
    private final TransactionTemplate transaction;

    Snapshots(JdbcClient database, Positions positions, PlatformTransactionManager transactions) {
        this.database = database;
        this.positions = positions;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// The work is handed the position. It should read rows only: anything that needs a second connection while
    /// this one is held could wait for itself.
    public <T> T read(Projection projection, LongFunction<T> work) {
        return transaction.execute(_ -> {
            // First of all: a rebuild may swap the tables, and a snapshot from before would find the new ones empty.
            database.sql("lock table " + String.join(", ", projection.tables()) + " in access share mode")
                    .update();
            return work.apply(positions.read().getOrDefault(projection.name(), -1L));
        });
    }
}
