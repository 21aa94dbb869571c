package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.vehicleregister.eventstore.log.Appends.to;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// What readers see of appends that are under way.
class VisibilityTest {

    private TestDatabase database;
    private EventLogWriter writer;
    private EventLogReader reader;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.query());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void as_stored_an_append_is_told_also_from_its_middle_and_without_its_end() {
        writer.append(Appends.several("a", 0, 3));

        assertThat(reader.asStored(-1, 2)).extracting(RawEvent::position).containsExactly(0L, 1L);
        assertThat(reader.asStored(0, 100)).extracting(RawEvent::position).containsExactly(1L, 2L);
        assertThat(reader.asStored(2, 100)).isEmpty();
    }

    /// Axon's stock engine waits for gaps in positions for a minute and then takes them for rolled back.
    @Test
    void an_append_held_open_for_longer_than_any_time_out_is_still_delivered_to_a_reader_that_restarts_meanwhile()
            throws Exception {
        writer.append(to("a", 0));
        long read = reader.lastPosition();
        try (Connection slow = database.command().getConnection()) {
            slow.setAutoCommit(false);
            PreparedStatement append = slow.prepareStatement(Door.COMMANDS.call());
            new BatchArrays(List.of(Appends.several("slow", 0, 3))).bind(append, false);
            append.executeQuery();

            assertThatThrownBy(() -> writer.append(to("a", 1)))
                    .isInstanceOf(LogBusyException.class)
                    .hasMessageContaining("nothing was recorded");
            assertThat(reader.after(read, 100)).isEmpty();
            EventLogReader restarted = new EventLogReader(database.query());
            assertThat(restarted.after(read, 100)).isEmpty();
            slow.commit();

            writer.append(to("a", 1));
            assertThat(restarted.after(read, 100))
                    .extracting(RecordedEvent::stream)
                    .containsExactly("slow", "slow", "slow", "a");
        }
        WholeLog.inOrder(reader);
    }

    @Test
    void a_reader_never_sees_a_position_before_the_one_below_it_nor_half_of_a_transaction() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (EventLogWriter other = new EventLogWriter(database.command());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int limit : List.of(1, 2, 7, 1_000)) readers.add(threads.submit(() -> follow(limit, writing)));
            Future<Integer> whole = threads.submit(() -> lookAtTheEnd(writing));
            Future<?> load = threads.submit(() -> {
                new SharedStreams(writer, reader).run(4, 60, append -> {});
                return null;
            });
            new SharedStreams(other, reader).run(4, 60, append -> {});
            load.get();
            writing.set(false);

            for (Future<Long> follower : readers) assertThat(follower.get()).isEqualTo(reader.lastPosition());
            assertThat(whole.get()).isGreaterThan(10);
        }
        WholeLog.inOrder(reader);
    }

    private long follow(int limit, AtomicBoolean writing) {
        long read = EventLogReader.BEFORE_FIRST;
        while (true) {
            boolean last = !writing.get();
            List<RecordedEvent> page = reader.after(read, limit);
            if (page.isEmpty() && last) return read;
            for (RecordedEvent event : page) assertThat(event.position()).isEqualTo(++read);
            for (List<RecordedEvent> transaction : WholeLog.transactions(page))
                assertThat(transaction).hasSize(SharedStreams.EVENTS);
        }
    }

    /// Without the reader's help: the table itself always ends with a transaction, and has as many rows as positions.
    private int lookAtTheEnd(AtomicBoolean writing) throws Exception {
        int looks = 0;
        try (Connection connection = database.query().getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*), max(position), (select transaction_end from log.event order by position desc limit 1)
                          from log.event""")) {
            while (writing.get()) {
                var row = select.executeQuery();
                row.next();
                if (row.getLong(1) == 0) continue;
                assertThat(row.getLong(2)).isEqualTo(row.getLong(1) - 1);
                assertThat(row.getBoolean(3)).isTrue();
                looks++;
            }
        }
        return looks;
    }

    @Test
    void whoever_waits_at_the_tail_is_woken_by_the_own_process_and_learns_of_others_too() throws Exception {
        try (LogTail tail = new LogTail(reader);
                EventLogWriter own = new EventLogWriter(database.command(), tail)) {
            assertThat(tail.awaitBeyond(-1, Duration.ofMillis(10))).isEqualTo(-1);
            own.append(to("own", 0));
            assertThat(tail.known()).isZero();
            assertThat(tail.awaitBeyond(-1, Duration.ofSeconds(10))).isZero();

            writer.append(to("other", 0));
            assertThat(tail.awaitBeyond(0, Duration.ofSeconds(10))).isEqualTo(1);
        }
    }

    @Test
    void a_listener_at_the_tail_that_throws_does_not_make_a_durable_append_look_failed() throws Exception {
        try (LogTail tail = new LogTail(reader);
                EventLogWriter own = new EventLogWriter(database.command(), tail);
                AutoCloseable listening = tail.listen(() -> {
                    throw new IllegalStateException("listener");
                })) {
            assertThat(own.append(to("own", 0))).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(own.append(to("own", 1))).isInstanceOf(AppendOutcome.Appended.class);
        }
    }
}
