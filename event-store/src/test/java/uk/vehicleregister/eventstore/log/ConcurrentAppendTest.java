package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.eventstore.log.Appends.to;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendOutcome.Stale;

/// Many at once, in one process and in two.
class ConcurrentAppendTest {

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
    void thirty_two_threads_on_shared_streams_give_contiguous_positions_and_versions() throws Exception {
        new SharedStreams(writer, reader).run(32, 25, append -> {});

        assertThat(WholeLog.inOrder(reader)).hasSize(32 * 25 * SharedStreams.EVENTS);
    }

    @Test
    void two_writing_processes_at_once_give_contiguous_positions_and_versions() throws Exception {
        try (WritingProcess one = WritingProcess.start(database, 8, 40);
                WritingProcess other = WritingProcess.start(database, 8, 40)) {
            Future<List<String>> linesOfOne =
                    CompletableFuture.supplyAsync(() -> one.lines().lines().toList());
            Set<String> acknowledged = other.lines().lines().collect(Collectors.toSet());
            acknowledged.addAll(linesOfOne.get());
            assertThat(one.waitFor()).isZero();
            assertThat(other.waitFor()).isZero();

            assertThat(WholeLog.inOrder(reader))
                    .hasSize(2 * 8 * 40 * SharedStreams.EVENTS)
                    .extracting(WritingProcess::line)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void a_conflicting_append_among_a_hundred_fails_alone() throws Exception {
        writer.append(to("contested", 0));
        List<AppendOutcome> outcomes = atOnce(IntStream.range(0, 100)
                .mapToObj(i -> i == 57 ? to("contested", 0) : to("own-" + i, 0))
                .toList());

        assertThat(outcomes.get(57)).isEqualTo(new Stale(Set.of("contested")));
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof Appended).hasSize(99);
        WholeLog.inOrder(reader);
    }

    @Test
    void an_append_at_fault_among_a_hundred_fails_alone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> faulty =
                    threads.submit(() -> writer.append(Append.of(List.of(Appends.event("f", 0, "no json")))));
            assertThat(atOnce(IntStream.range(0, 99)
                            .mapToObj(i -> to("own-" + i, 0))
                            .toList()))
                    .allMatch(outcome -> outcome instanceof Appended);
            assertThat(faulty)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(AppendRejectedException.class);
        }
        assertThat(WholeLog.inOrder(reader)).hasSize(99);
    }

    /// They are not answered one commit after the other.
    @Test
    void of_many_for_one_stream_at_once_one_is_taken_and_the_rest_are_told_soon() throws Exception {
        for (int round = 0; round < 5; round++) {
            String stream = "one-" + round;
            List<AppendOutcome> outcomes =
                    atOnce(IntStream.range(0, 200).mapToObj(i -> to(stream, 0)).toList());
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Appended)
                    .hasSize(1);
            assertThat(outcomes).filteredOn(outcome -> outcome instanceof Stale).hasSize(199);
        }
    }

    /// Two that each lean on what the other writes cannot both be right, even when they meet in one batch.
    @Test
    void appends_that_lean_on_each_other_do_not_both_pass() throws Exception {
        for (int round = 0; round < 50; round++) {
            String left = "left-" + round;
            String right = "right-" + round;
            List<AppendOutcome> outcomes =
                    atOnce(List.of(Appends.reading(to(left, 0), right, -1), Appends.reading(to(right, 0), left, -1)));
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Appended)
                    .hasSize(1);
            assertThat(outcomes).filteredOn(outcome -> outcome instanceof Stale).hasSize(1);
        }
    }

    private List<AppendOutcome> atOnce(List<Append> appends) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AppendOutcome>> answers = appends.stream()
                    .map(append -> threads.submit(() -> {
                        go.await();
                        return writer.append(append);
                    }))
                    .toList();
            go.countDown();
            List<AppendOutcome> outcomes = new ArrayList<>();
            for (Future<AppendOutcome> answer : answers) outcomes.add(answer.get());
            return outcomes;
        }
    }
}
