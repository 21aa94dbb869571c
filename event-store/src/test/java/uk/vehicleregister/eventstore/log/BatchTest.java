package uk.vehicleregister.eventstore.log;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.eventstore.log.Appends.reading;
import static uk.vehicleregister.eventstore.log.Appends.to;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendOutcome.Stale;
import uk.vehicleregister.eventstore.vault.WrappedKey;

/// Appends of many callers that meet in one batch.
class BatchTest {

    private TestDatabase database;
    private EventLogWriter writer;
    private EventLogReader reader;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.command());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void a_conflicting_append_among_a_hundred_fails_alone() throws Exception {
        writer.append(to("contested", 0));
        List<Object> outcomes = inOneBatch(IntStream.range(0, 100)
                .mapToObj(i -> i == 57 ? to("contested", 0) : to("own-" + i, 0))
                .toList());

        assertThat(outcomes.get(57)).isEqualTo(new Stale(Set.of("contested")));
        assertThat(appended(outcomes))
                .hasSize(99)
                .extracting(Appended::recordedAt)
                .containsOnly(lastRecordedAt());
        WholeLog.inOrder(reader);
    }

    /// Of none to three events each, some with a receipt and a data key, every seventh on a stream that has moved.
    @Test
    void those_beside_stale_ones_stand_in_the_log_with_their_receipts_and_keys_where_they_are_told_they_do()
            throws Exception {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("insert into log.intermediate_key (wrapped) values ('')");
        }
        writer.append(to("contested", 0));
        List<Append> appends = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Append own = Appends.several("own-" + i, 0, i % 4);
            appends.add(new Append(
                    own.events(),
                    i % 7 == 3 ? Map.of("contested", -1L, "own-" + i, -1L) : Map.of("contested", 0L),
                    i % 3 == 0 ? new NewReceipt(keyOf(i), new byte[16], "done " + i) : null,
                    i % 2 == 0 ? List.of(new WrappedKey(new UUID(7, i), 1, new byte[] {(byte) i})) : List.of(),
                    List.of()));
        }
        List<Object> outcomes = inOneBatch(appends);

        for (int i = 0; i < 100; i++) {
            Object outcome = outcomes.get(i);
            boolean stale = i % 7 == 3;
            if (stale) assertThat(outcome).as("%d", i).isEqualTo(new Stale(Set.of("contested")));
            long position = stale ? -2 : ((Appended) outcome).position();
            List<Long> stand = LongStream.rangeClosed(position - i % 4 + 1, stale ? -9 : position)
                    .boxed()
                    .toList();
            assertThat(reader.stream("own-" + i, 0))
                    .as("%d", i)
                    .extracting(RecordedEvent::position)
                    .isEqualTo(stand);
            assertThat(reader.receipt(keyOf(i)).map(Receipt::position))
                    .as("%d", i)
                    .isEqualTo(stale || i % 3 != 0 ? Optional.empty() : Optional.of(position));
            assertThat(database.rows("select 1 from log.data_key where key_id = '" + new UUID(7, i) + "'"))
                    .as("%d", i)
                    .hasSize(stale || i % 2 != 0 ? 0 : 1);
        }
        WholeLog.inOrder(reader);
    }

    @Test
    void an_append_at_fault_among_a_hundred_fails_alone() throws Exception {
        List<Object> outcomes = inOneBatch(IntStream.range(0, 100)
                .mapToObj(i -> i == 57 ? Append.of(List.of(Appends.event("f", 0, "no json"))) : to("own-" + i, 0))
                .toList());

        assertThat(outcomes.get(57)).isInstanceOf(AppendRejectedException.class);
        assertThat(appended(outcomes)).hasSize(99);
        WholeLog.inOrder(reader);
    }

    @Test
    void of_many_for_one_stream_one_is_taken_and_the_rest_are_told_together() throws Exception {
        long before = transactionsBegun();
        List<Object> outcomes =
                inOneBatch(IntStream.range(0, 200).mapToObj(i -> to("one", 0)).toList());
        assertThat(appended(outcomes)).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof Stale).hasSize(199);
        assertThat(transactionsBegun() - before).isLessThan(50);
    }

    /// Two that each lean on what the other writes cannot both be right.
    @Test
    void appends_that_lean_on_each_other_do_not_both_pass() throws Exception {
        List<Object> outcomes =
                inOneBatch(List.of(reading(to("left", 0), "right", -1), reading(to("right", 0), "left", -1)));
        assertThat(appended(outcomes)).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof Stale).hasSize(1);
    }

    @Test
    @Timeout(30)
    void callers_are_told_when_the_log_answers_for_fewer_than_it_was_given() throws Exception {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            String known = database.rows("select pg_get_functiondef('log.append'::regproc)")
                    .getFirst();
            statement.execute(known.replace("perform log.demand_permission", "return; perform log.demand_permission"));
        }
        List<Append> many = Stream.generate(() -> to(UUID.randomUUID().toString(), 0))
                .limit(50)
                .toList();
        assertThatThrownBy(() -> writer.appendAll(many)).isInstanceOf(OutcomeUnknownException.class);
    }

    private static byte[] keyOf(int i) {
        return ByteBuffer.allocate(16).putInt(i).array();
    }

    /// Holds the log while they queue behind another append. Answers outcomes and faults. On a machine so slow that the
    /// lock wait ends meanwhile, nothing was recorded, and it is done again.
    private List<Object> inOneBatch(List<Append> appends) throws Exception {
        Object[] outcomes = new Object[appends.size()];
        do {
            List<Thread> callers = new ArrayList<>();
            try (Connection holding = database.owner().getConnection();
                    Statement hold = holding.createStatement()) {
                holding.setAutoCommit(false);
                hold.execute("select from log.log_lock for update");
                callers.add(Thread.ofVirtual()
                        .start(() -> outcomeOf(to(UUID.randomUUID().toString(), 0))));
                await().pollInterval(ofMillis(10))
                        .until(() -> !database.rows("select 1 from pg_locks where not granted")
                                .isEmpty());
                for (int i = 0; i < outcomes.length; i++) {
                    int index = i;
                    callers.add(Thread.ofVirtual().start(() -> outcomes[index] = outcomeOf(appends.get(index))));
                }
                await().pollInterval(ofMillis(10)).until(() -> callers.stream().allMatch(BatchTest::waitsOrIsDone));
                holding.commit();
            }
            for (Thread caller : callers) caller.join();
        } while (Stream.of(outcomes).anyMatch(outcome -> outcome instanceof LogBusyException));
        return List.of(outcomes);
    }

    private static boolean waitsOrIsDone(Thread caller) {
        return caller.getState() == Thread.State.WAITING || caller.getState() == Thread.State.TERMINATED;
    }

    private Object outcomeOf(Append append) {
        try {
            return writer.append(append);
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static List<Appended> appended(List<Object> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome instanceof Appended)
                .map(Appended.class::cast)
                .toList();
    }

    private long transactionsBegun() {
        return Long.parseLong(
                database.rows("select pg_snapshot_xmax(pg_current_snapshot())").getFirst());
    }

    private Instant lastRecordedAt() {
        return reader.transactionEndingAt(reader.lastPosition()).getLast().recordedAt();
    }
}
