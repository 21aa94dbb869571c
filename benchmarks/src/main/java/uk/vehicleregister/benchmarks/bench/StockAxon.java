package uk.vehicleregister.benchmarks.bench;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/// A peer: the engine that comes with Axon, in the way its documentation shows: an annotated aggregate, a repository
/// without a cache, Jackson, JPA, one transaction a command. Its commands check a reference, seal a keeper and a new
/// reference and record the same two events as ours; it keeps no receipt, no data key and no counter of wrong tries.
final class StockAxon implements AutoCloseable {

    private static final int VEHICLES = 4_000;
    private static final int AT_ONCE = 500;

    private final EntityManagerFactory entities;
    private final CommandBus bus;
    private final StockVehicle.Tools tools;
    private final EmbeddedEventStore store;
    private final AtomicLong appended = new AtomicLong();
    private final String[] references = new String[VEHICLES];

    StockAxon(DataSource database, StockVehicle.Tools tools) {
        this.tools = tools;
        entities = StockTransactions.entities(database, Stage.CLIENTS);
        StockTransactions transactions = new StockTransactions(entities);
        Jackson3Serializer json =
                Jackson3Serializer.builder().lenientDeserialization().build();
        JpaEventStorageEngine engine = JpaEventStorageEngine.builder()
                .eventSerializer(json)
                .snapshotSerializer(json)
                .entityManagerProvider(transactions)
                .transactionManager(transactions)
                .build();
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
        bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        EventSourcingRepository<StockVehicle> repository = EventSourcingRepository.builder(StockVehicle.class)
                .eventStore(store)
                .parameterResolverFactory(StockVehicle.resolving(tools))
                .build();
        AggregateAnnotationCommandHandler.<StockVehicle>builder()
                .aggregateType(StockVehicle.class)
                .repository(repository)
                .parameterResolverFactory(StockVehicle.resolving(tools))
                .build()
                .subscribe(bus);
        register(engine, transactions);
    }

    /// Each with the two events that ours have before the first sale.
    private void register(JpaEventStorageEngine engine, StockTransactions transactions) {
        for (int from = 0; from < VEHICLES; from += AT_ONCE) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                StockVehicle.First first = StockVehicle.first(i, tools);
                references[i] = first.reference();
                String id = StockVehicle.id(i).text();
                events.add(new GenericDomainEventMessage<>("vehicle", id, 0, first.registered()));
                events.add(new GenericDomainEventMessage<>("vehicle", id, 1, first.v5c()));
            }
            transactions.executeInTransaction(() -> engine.appendEvents(events));
            appended.addAndGet(events.size());
        }
    }

    /// Each client has vehicles of its own, so that none is told of a conflict.
    Load.Clients sales() {
        int each = VEHICLES / Stage.CLIENTS;
        return number -> (Load.Client) () -> {
            int vehicle = number * each + ThreadLocalRandom.current().nextInt(each);
            FutureCallback<Object, String> answer = new FutureCallback<>();
            bus.dispatch(
                    new GenericCommandMessage<>(
                            new StockVehicle.Sell(StockVehicle.id(vehicle).text(), references[vehicle], Stage.today())),
                    answer);
            references[vehicle] = answer.getResult().getPayload();
            appended.addAndGet(2);
            return true;
        };
    }

    long appended() {
        return appended.get();
    }

    @Override
    public void close() {
        store.shutDown();
        entities.close();
    }
}
