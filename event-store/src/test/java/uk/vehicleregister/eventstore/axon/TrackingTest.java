package uk.vehicleregister.eventstore.axon;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.eventstore.axon.Notes.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.axon.Notes.Noted;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.LogTail;

/// Real Axon processors fed from the log.
class TrackingTest {

    private static final int SMALL_BATCH = 2;

    private TestDatabase database;
    private EventLogReader reader;
    private LogTail tail;
    private EventLogWriter writer;
    private PostgresEventStorageEngine engine;
    private PostgresEventSource source;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        reader = new EventLogReader(database.query());
        tail = new LogTail(reader);
        writer = new EventLogWriter(database.command(), tail);
        engine = PostgresEventStorageEngine.builder()
                .writer(writer)
                .reader(reader)
                .eventSerializer(Notes.SERIALIZER)
                .snapshotSerializer(Notes.SERIALIZER)
                .build();
        source = new PostgresEventSource(reader, tail, Notes.SERIALIZER);
    }

    @AfterEach
    void close() {
        writer.close();
        tail.close();
        database.close();
    }

    @Test
    void a_tracking_processor_with_a_small_batch_never_gets_half_a_transaction() {
        Batches batches = new Batches();
        StreamingEventProcessor processor = tracking(batches, new InMemoryTokenStore());
        processor.start();
        appendTransactions(20);
        await().untilAsserted(() -> assertThat(batches.events()).hasSize(eventsIn(20)));
        processor.shutDown();

        areOfWholeTransactions(batches.committed());
        assertThat(batches.committed()).anyMatch(batch -> batch.size() > SMALL_BATCH);
    }

    @Test
    void nor_does_one_that_replays() {
        appendTransactions(20);
        Batches first = new Batches();
        StreamingEventProcessor processor = tracking(first, new InMemoryTokenStore());
        processor.start();
        await().untilAsserted(() -> assertThat(first.events()).hasSize(eventsIn(20)));
        processor.shutDown();
        processor.resetTokens();
        processor.start();
        appendTransactions(20);
        await().untilAsserted(() -> assertThat(first.events()).hasSize(eventsIn(20) * 3));
        processor.shutDown();

        assertThat(first.events()).anyMatch(ReplayToken::isReplay);
        areOfWholeTransactions(first.committed());
    }

    @Test
    void a_processor_that_restarts_goes_on_where_its_token_stands() {
        TokenStore tokens = new InMemoryTokenStore();
        appendTransactions(5);
        Batches first = new Batches();
        StreamingEventProcessor processor = tracking(first, tokens);
        processor.start();
        await().untilAsserted(() -> assertThat(first.events()).hasSize(eventsIn(5)));
        processor.shutDown();
        appendTransactions(5);

        Batches second = new Batches();
        StreamingEventProcessor restarted = tracking(second, tokens);
        restarted.start();
        await().untilAsserted(() -> assertThat(second.events()).hasSize(eventsIn(5)));
        restarted.shutDown();
        List<TrackedEventMessage<?>> all = new ArrayList<>(first.events());
        all.addAll(second.events());
        assertThat(all).extracting(EventMessage::getIdentifier).doesNotHaveDuplicates();
    }

    @Test
    void another_process_learns_of_an_append_without_a_signal() throws Exception {
        try (LogTail otherTail = new LogTail(reader);
                var stream = new PostgresEventSource(reader, otherTail, Notes.SERIALIZER).openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            appendTransactions(1);
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("0"));
        }
    }

    @Test
    void a_reader_of_some_events_gets_their_transactions_whole_and_each_with_the_one_before_it() throws Exception {
        appendTransactions(9); // of 1, 2, 3, 4, 5, 1, 2, 3 and 4 events, at 0, 1-2, 3-5, 6-9, 10-14, 15, 16-17 ...
        try (var stream = source.only(event -> List.of(8L, 9L, 15L).contains(event.position()))
                .openStream(null)) {
            List<Long> tokens = new ArrayList<>();
            while (stream.hasNextAvailable(1, TimeUnit.SECONDS))
                tokens.add(stream.nextAvailable().trackingToken().position().orElseThrow());

            List<Long> before = List.of(5L, 5L, 5L);
            List<Long> wanted = List.of(9L, 9L, 9L, 9L);
            List<Long> nextBefore = List.of(14L, 14L, 14L, 14L, 14L);
            List<Long> signOfLife = List.of(24L, 24L, 24L, 24L);
            assertThat(tokens)
                    .isEqualTo(Stream.of(before, wanted, nextBefore, List.of(15L), signOfLife)
                            .flatMap(List::stream)
                            .toList());
        }
    }

    @Test
    void a_reader_whom_nothing_concerns_learns_how_far_the_log_has_come_but_not_of_each_transaction() throws Exception {
        try (var stream = source.only(_ -> false).openStream(null)) {
            List<Long> shown = new ArrayList<>();
            long began = System.nanoTime();
            while (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(500)) {
                appendTransactions(1);
                while (stream.hasNextAvailable(1, TimeUnit.MILLISECONDS))
                    shown.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
            while (stream.hasNextAvailable(200, TimeUnit.MILLISECONDS))
                shown.add(stream.nextAvailable().trackingToken().position().orElseThrow());

            assertThat(shown).isSorted().hasSizeBetween(2, 12).last().isEqualTo(reader.lastPosition());
            assertThat(reader.lastPosition()).isGreaterThan(2L * shown.size());
        }
    }

    @Test
    void a_processor_that_passes_over_events_restarts_where_its_token_stands() {
        TokenStore tokens = new InMemoryTokenStore();
        appendTransactions(30);
        source = source.only(event -> event.payload().contains("\"4\""));
        Batches first = new Batches();
        StreamingEventProcessor processor = tracking(first, tokens);
        processor.start();
        await().until(() -> tokens.fetchToken("tracking", 0) != null
                && tokens.fetchToken("tracking", 0).position().orElse(-1) == reader.lastPosition());
        processor.shutDown();
        appendTransactions(5);
        Batches second = new Batches();
        StreamingEventProcessor restarted = tracking(second, tokens);
        restarted.start();
        await().untilAsserted(() ->
                assertThat(second.events()).anyMatch(event -> event.getPayload().equals(new Noted("4"))));
        restarted.shutDown();

        assertThat(first.events())
                .filteredOn(event -> event.getPayload().equals(new Noted("4")))
                .hasSize(6);
        areOfWholeTransactions(first.committed());
        assertThat(second.events())
                .filteredOn(event -> event.getPayload().equals(new Noted("4")))
                .hasSize(1);
    }

    @Test
    void a_token_can_be_made_for_a_time() {
        Instant before = Instant.now();
        appendTransactions(3);
        long between = reader.lastPosition();
        await().until(() -> Instant.now().isAfter(lastRecordedAt().plusMillis(1)));
        Instant middle = Instant.now();
        await().until(() -> Instant.now().isAfter(middle.plusMillis(1)));
        appendTransactions(3);

        assertThat(source.createTokenAt(before.minusSeconds(60)).position()).hasValue(-1);
        assertThat(source.createTokenAt(middle).position()).hasValue(between);
        assertThat(source.createTokenAt(middle.plus(Duration.ofHours(1)))).isEqualTo(source.createHeadToken());
    }

    private Instant lastRecordedAt() {
        return reader.transactionEndingAt(reader.lastPosition()).getLast().recordedAt();
    }

    private StreamingEventProcessor tracking(EventHandlerInvoker invoker, TokenStore tokens) {
        return TrackingEventProcessor.builder()
                .name("tracking")
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(SMALL_BATCH))
                .build();
    }

    /// Of 1, 2, 3, 4 and 5 events in turn; each event's text is its number within the transaction.
    private void appendTransactions(int count) {
        for (int i = 0; i < count; i++) {
            List<EventMessage<?>> events = new ArrayList<>();
            for (int n = 0; n <= i % 5; n++)
                events.add(message("note-" + UUID.randomUUID(), 0, new Noted(Integer.toString(n))));
            engine.appendEvents(events);
        }
    }

    private static int eventsIn(int transactions) {
        int events = 0;
        for (int i = 0; i < transactions; i++) events += 1 + i % 5;
        return events;
    }

    /// As many events of each token as its transaction has.
    private void areOfWholeTransactions(List<List<TrackedEventMessage<?>>> batches) {
        for (List<TrackedEventMessage<?>> batch : batches) {
            Map<Long, Long> counts = batch.stream()
                    .collect(
                            groupingBy(event -> event.trackingToken().position().orElseThrow(), counting()));
            counts.forEach(
                    (end, count) -> assertThat(reader.transactionEndingAt(end)).hasSize(Math.toIntExact(count)));
        }
    }
}
