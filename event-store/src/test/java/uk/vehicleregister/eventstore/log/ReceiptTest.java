package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.eventstore.log.Appends.confirming;
import static uk.vehicleregister.eventstore.log.Appends.to;
import static uk.vehicleregister.eventstore.log.Appends.with;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome.AlreadyReceipted;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendOutcome.Stale;

/// A retried command takes effect once (design.md 13).
class ReceiptTest {

    private static final byte[] FINGERPRINT = new byte[16];

    private static TestDatabase database;
    private static EventLogWriter writer;
    private static EventLogWriter other;
    private static EventLogReader reader;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        other = new EventLogWriter(database.command());
        reader = new EventLogReader(database.command());
    }

    @AfterAll
    static void close() {
        writer.close();
        other.close();
        database.close();
    }

    @Test
    void a_retried_append_takes_effect_once_and_gets_the_first_answer_also_from_another_process() {
        Append append = with(to("once", 0), receipt(1, "DONE"));
        Appended first = (Appended) writer.append(append);

        for (EventLogWriter retrying : List.of(writer, other))
            assertThat(retrying.append(append)).isInstanceOfSatisfying(AlreadyReceipted.class, again -> {
                assertThat(again.receipt().outcome()).isEqualTo("DONE");
                assertThat(again.receipt().position()).isEqualTo(first.position());
                assertThat(again.receipt().recordedAt()).isEqualTo(first.recordedAt());
                assertThat(again.receipt().fingerprint()).isEqualTo(FINGERPRINT);
            });
        assertThat(reader.stream("once", 0)).hasSize(1);
        assertThat(reader.receipt(key(1))).get().extracting(Receipt::position).isEqualTo(first.position());
        assertThat(reader.receipt(key(404))).isEmpty();
    }

    @Test
    void of_many_retries_at_once_through_two_writers_exactly_one_takes_effect() throws Exception {
        for (int round = 0; round < 20; round++) {
            int number = 100 + round;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<AppendOutcome>> answers = IntStream.range(0, 20)
                        .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? writer : other)
                                .append(with(to("retry-%d-%d".formatted(number, i), 0), receipt(number, "DONE")))))
                        .toList();
                List<AppendOutcome> outcomes = new ArrayList<>();
                for (Future<AppendOutcome> answer : answers) outcomes.add(answer.get());
                assertThat(outcomes)
                        .filteredOn(outcome -> outcome instanceof Appended)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(outcome -> outcome instanceof AlreadyReceipted)
                        .hasSize(19);
            }
        }
        WholeLog.inOrder(reader);
    }

    @Test
    void a_refusal_is_remembered_with_the_logs_position_once_what_it_leaned_on_is_confirmed() {
        Appended last = (Appended) writer.append(to("leaned-on", 0));

        assertThat(writer.append(with(confirming(Map.of("leaned-on", -1L)), receipt(2, "REFUSED"))))
                .isEqualTo(new Stale(Set.of("leaned-on")));
        assertThat(reader.receipt(key(2))).isEmpty();

        assertThat(writer.append(with(confirming(Map.of("leaned-on", 0L)), receipt(2, "REFUSED"))))
                .isInstanceOfSatisfying(
                        Appended.class,
                        refused -> assertThat(refused.position()).isEqualTo(last.position()));
        assertThat(reader.receipt(key(2))).get().extracting(Receipt::outcome).isEqualTo("REFUSED");
    }

    @Test
    void a_receipt_is_looked_for_before_attempts_and_versions() {
        AttemptRule rule = new AttemptRule(1, Duration.ofHours(1), Duration.ofHours(1));
        Attempt wrong = new Attempt("receipted", rule, Attempt.Effect.COUNT);
        Append append = with(with(to("order", 0), receipt(3, "DONE")), wrong);
        assertThat(writer.append(append)).isInstanceOf(Appended.class);
        assertThat(writer.append(append)).isInstanceOf(AlreadyReceipted.class);
    }

    private static NewReceipt receipt(int number, String outcome) {
        return new NewReceipt(key(number), FINGERPRINT, outcome);
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(16).putInt(number).array();
    }
}
