package uk.vehicleregister.eventstore.log;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.eventstore.log.Appends.confirming;
import static uk.vehicleregister.eventstore.log.Appends.to;
import static uk.vehicleregister.eventstore.log.Appends.with;
import static uk.vehicleregister.eventstore.log.Attempt.Effect.CHECK;
import static uk.vehicleregister.eventstore.log.Attempt.Effect.CLEAR;
import static uk.vehicleregister.eventstore.log.Attempt.Effect.COUNT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendOutcome.Blocked;
import uk.vehicleregister.eventstore.log.AppendOutcome.Stale;

/// Wrong tries and the lock after them (domain.md 1.1: three wrong, locked at the fourth try, for ten minutes).
class AttemptTest {

    private static final AttemptRule RULE = new AttemptRule(3, ofHours(1), ofMinutes(10));

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
    void three_wrong_tries_pass_and_the_fourth_of_any_kind_starts_the_lock() {
        for (Attempt.Effect fourth : Attempt.Effect.values()) {
            String counter = "fourth-" + fourth;
            for (int i = 0; i < 3; i++)
                assertThat(attempt(writer, counter, RULE, COUNT)).isInstanceOf(Appended.class);
            assertThat(attempt(writer, counter, RULE, fourth)).isEqualTo(new Blocked(counter, ofMinutes(10)));
        }
    }

    @Test
    void a_right_try_forgets_the_wrong_ones_before_it() {
        for (int round = 0; round < 3; round++) {
            attempt(writer, "right", RULE, COUNT);
            attempt(writer, "right", RULE, COUNT);
            assertThat(attempt(writer, "right", RULE, CLEAR)).isInstanceOf(Appended.class);
        }
        assertThat(attempt(writer, "right", RULE, CHECK)).isInstanceOf(Appended.class);
    }

    @Test
    void further_tries_do_not_lengthen_the_lock_and_other_counters_go_on() {
        for (int i = 0; i < 3; i++) attempt(writer, "locked", RULE, COUNT);
        attempt(writer, "locked", RULE, COUNT);
        await().untilAsserted(() -> {
            Blocked again = (Blocked) attempt(other, "locked", RULE, COUNT);
            assertThat(again.retryAfter()).isLessThan(ofMinutes(10)).isGreaterThan(ofMinutes(9));
        });
        assertThat(attempt(writer, "unlocked", RULE, CHECK)).isInstanceOf(Appended.class);
    }

    @Test
    void the_lock_ends_and_then_the_counter_starts_anew() {
        AttemptRule brief = new AttemptRule(1, ofHours(1), ofMillis(150));
        attempt(writer, "brief", brief, COUNT);
        assertThat(attempt(writer, "brief", brief, COUNT)).isInstanceOf(Blocked.class);
        await().atMost(ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(attempt(writer, "brief", brief, COUNT)).isInstanceOf(Appended.class));
        assertThat(attempt(writer, "brief", brief, CHECK)).isInstanceOf(Blocked.class);
    }

    @Test
    void the_counter_is_forgotten_a_window_after_its_first_failure() {
        AttemptRule window = new AttemptRule(2, ofMillis(200), ofMinutes(10));
        attempt(writer, "window", window, COUNT);
        await().pollDelay(ofMillis(210))
                .untilAsserted(() ->
                        assertThat(attempt(writer, "window", window, COUNT)).isInstanceOf(Appended.class));
        assertThat(attempt(writer, "window", window, CHECK)).isInstanceOf(Appended.class);
    }

    @Test
    void a_lock_of_no_length_blocks_until_the_window_ends() {
        AttemptRule rate = new AttemptRule(2, ofMinutes(10), ZERO);
        attempt(writer, "rate", rate, COUNT);
        attempt(writer, "rate", rate, COUNT);
        assertThat(attempt(writer, "rate", rate, CHECK))
                .isInstanceOfSatisfying(
                        Blocked.class,
                        blocked -> assertThat(blocked.retryAfter()).isBetween(ofMinutes(9), ofMinutes(10)));
    }

    @Test
    void parallel_guesses_through_two_writers_never_get_more_than_the_limit() throws Exception {
        for (int round = 0; round < 10; round++) {
            String counter = "guessed-" + round;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<AppendOutcome>> guesses = IntStream.range(0, 40)
                        .mapToObj(i -> threads.submit(() -> attempt(i % 2 == 0 ? writer : other, counter, RULE, COUNT)))
                        .toList();
                int counted = 0;
                for (Future<AppendOutcome> guess : guesses) if (guess.get() instanceof Appended) counted++;
                assertThat(counted).isEqualTo(3);
            }
        }
    }

    @Test
    void nothing_of_a_blocked_append_is_recorded_but_the_lock_starts() {
        for (int i = 0; i < 3; i++) attempt(writer, "kept", RULE, COUNT);
        Append append = with(to("never", 0), new Attempt("before", RULE, COUNT), new Attempt("kept", RULE, CLEAR));
        assertThat(writer.append(append)).isInstanceOf(Blocked.class);
        assertThat(reader.stream("never", 0)).isEmpty();
        assertThat(counters("before")).isEmpty();
        assertThat(counters("kept")).containsExactly("3 locked");
    }

    @Test
    void a_stale_guess_is_not_counted() {
        writer.append(to("moved", 0));
        Append guess = with(confirming(Map.of("moved", -1L)), new Attempt("stale", RULE, COUNT));
        assertThat(writer.append(guess)).isEqualTo(new Stale(Set.of("moved")));
        assertThat(counters("stale")).isEmpty();
    }

    @Test
    void a_right_try_clears_in_the_transaction_of_its_events() {
        attempt(writer, "cleared", RULE, COUNT);
        assertThat(writer.append(with(to(UUID.randomUUID().toString(), 0), new Attempt("cleared", RULE, CLEAR))))
                .isInstanceOf(Appended.class);
        assertThat(counters("cleared")).isEmpty();
    }

    private static AppendOutcome attempt(EventLogWriter by, String counter, AttemptRule rule, Attempt.Effect effect) {
        return by.append(with(confirming(Map.of()), new Attempt(counter, rule, effect)));
    }

    private static List<String> counters(String counter) {
        return database.rows(
                "select failures || case when locked_until is null then '' else ' locked' end from log.attempt"
                        + " where counter = '" + counter + "'");
    }
}
