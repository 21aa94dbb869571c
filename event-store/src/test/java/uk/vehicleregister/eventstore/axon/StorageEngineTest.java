package uk.vehicleregister.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.vehicleregister.eventstore.axon.Notes.message;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.axon.Notes.Noted;
import uk.vehicleregister.eventstore.axon.Notes.Page;
import uk.vehicleregister.eventstore.axon.Notes.Struck;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendOutcome.Stale;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewReceipt;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.log.SnapshotStore;

/// Axon's event store on the log.
class StorageEngineTest {

    private static TestDatabase database;
    private static EventLogWriter writer;
    private static EventLogReader reader;
    private static PostgresEventStorageEngine engine;
    private static EmbeddedEventStore store;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.command());
        engine = PostgresEventStorageEngine.builder()
                .writer(writer)
                .reader(reader)
                .snapshots(new SnapshotStore(database.command()))
                .eventSerializer(Notes.SERIALIZER)
                .snapshotSerializer(Notes.SERIALIZER)
                .build();
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @AfterAll
    static void close() {
        writer.close();
        database.close();
    }

    @Test
    void the_events_of_a_unit_of_work_become_one_transaction_with_what_is_pending_beside_them() {
        String one = "note-" + UUID.randomUUID();
        String two = "note-" + UUID.randomUUID();
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        PendingAppend pending = PendingAppend.of(work);
        pending.expect("absent", -1);
        pending.receipt(new NewReceipt(new byte[16], new byte[16], "DONE"));
        store.publish(message(one, 0, new Noted("a")));
        store.publish(message(two, 0, new Noted("b")), message(one, 1, new Struck("c", 7)));
        assertThat(pending.outcome()).isNull();
        work.commit();

        assertThat(pending.outcome()).isInstanceOfSatisfying(Appended.class, appended -> {
            assertThat(reader.transactionEndingAt(appended.position()))
                    .extracting(RecordedEvent::stream, RecordedEvent::type, RecordedEvent::payload)
                    .containsExactly(
                            tuple(one, "noted", "{\"text\":\"a\"}"),
                            tuple(two, "noted", "{\"text\":\"b\"}"),
                            tuple(one, "struck", "{\"reason\":\"c\",\"line\":7}"));
            assertThat(reader.receipt(new byte[16])).isPresent();
        });
        List<? extends DomainEventMessage<?>> read =
                store.readEvents(one).asStream().toList();
        assertThat(read)
                .extracting(event -> (Object) event.getPayload())
                .containsExactly(new Noted("a"), new Struck("c", 7));
        assertThat(read.getFirst().getMetaData()).containsEntry("actor", "me");
        assertThat(read.getFirst().getType()).isEqualTo("note");
        assertThat(store.lastSequenceNumberFor(one)).contains(1L);
        assertThat(store.lastSequenceNumberFor("absent")).isEmpty();
    }

    @Test
    void a_refused_append_fails_the_unit_of_work_and_tells_why() {
        String stream = "note-" + UUID.randomUUID();
        engine.appendEvents(message(stream, 0, new Noted("first")));

        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        PendingAppend pending = PendingAppend.of(work);
        store.publish(message(stream, 0, new Noted("second")));
        assertThatThrownBy(work::commit)
                .isInstanceOfSatisfying(
                        AppendRefusedException.class,
                        refused -> assertThat(refused.outcome()).isEqualTo(new Stale(Set.of(stream))))
                .hasMessageNotContaining(stream);
        assertThat(pending.outcome()).isEqualTo(new Stale(Set.of(stream)));
        assertThat(reader.stream(stream, 0)).hasSize(1);
    }

    @Test
    void a_second_append_in_one_unit_of_work_is_refused() {
        String stream = "note-" + UUID.randomUUID();
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        engine.appendEvents(message(stream, 0, new Noted("first")));
        assertThatThrownBy(() -> engine.appendEvents(message(stream, 1, new Noted("second"))))
                .isInstanceOf(IllegalStateException.class);
        work.rollback();
        assertThat(reader.stream(stream, 0)).hasSize(1);
    }

    @Test
    void an_event_of_no_stream_is_refused() {
        assertThatThrownBy(() -> engine.appendEvents(GenericEventMessage.asEventMessage(new Noted("loose"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_snapshot_stands_for_the_events_before_it() {
        String stream = "note-" + UUID.randomUUID();
        engine.appendEvents(message(stream, 0, new Noted("a")), message(stream, 1, new Noted("b")));
        store.storeSnapshot(message(stream, 1, new Page(List.of("a", "b"))));
        store.storeSnapshot(message(stream, 0, new Page(List.of("a"))));
        engine.appendEvents(message(stream, 2, new Noted("c")));

        assertThat(store.readEvents(stream).asStream().map(event -> (Object) event.getPayload()))
                .containsExactly(new Page(List.of("a", "b")), new Noted("c"));
    }

    @Test
    void snapshots_are_off_unless_a_store_for_them_is_given() {
        PostgresEventStorageEngine without = PostgresEventStorageEngine.builder()
                .writer(writer)
                .reader(reader)
                .eventSerializer(Notes.SERIALIZER)
                .snapshotSerializer(Notes.SERIALIZER)
                .build();
        assertThat(without.readSnapshot("note-1")).isEmpty();
        assertThatThrownBy(() -> without.storeSnapshot(message("note-1", 0, new Page(List.of()))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_whole_log_can_be_read_with_tokens() {
        String stream = "note-" + UUID.randomUUID();
        var before = engine.createHeadToken();
        engine.appendEvents(message(stream, 0, new Noted("a")), message(stream, 1, new Noted("b")));
        assertThat(engine.readEvents(before, false))
                .extracting(event -> event.trackingToken())
                .containsOnly(engine.createHeadToken())
                .hasSize(2);
    }
}
