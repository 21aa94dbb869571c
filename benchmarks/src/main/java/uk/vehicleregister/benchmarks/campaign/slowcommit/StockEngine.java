package uk.vehicleregister.benchmarks.campaign.slowcommit;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/// Axon's own JDBC engine, as it comes but for how long it waits for gaps.
final class StockEngine {

    private static final Serializer JSON = Jackson3Serializer.builder().build();

    private StockEngine() {}

    static JdbcEventStorageEngine on(DataSource database, Duration gapTimeout) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(database::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .gapTimeout(Math.toIntExact(gapTimeout.toMillis()))
                .build();
    }

    static void createTables(JdbcEventStorageEngine engine) {
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    static void append(EventStorageEngine engine, String stream) {
        EventMessage<?> event = new GenericDomainEventMessage<>("stream", stream, 0, stream);
        engine.appendEvents(event);
    }
}
