package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.with;
import static uk.vehicleregister.command.batch.Batches.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.State;

/// The largest batch there may be, with a broken row in its middle; the service is stopped in the middle of it,
/// and another one goes on.
class TenThousandRowsHttpTest {

    private static final int ROWS = 10_000;
    private static final int BROKEN = 5_000;
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void every_row_takes_effect_once_though_the_service_stops_in_the_middle() {
        RunningService first = RunningService.start(Map.of("register.batches.take-over-after", "1s"));
        try (RunningService second = stoppedInTheMiddle(first)) {
            Batches batches = new Batches(second, "dealer");
            String batchId = first.log().ofTypes(-1, List.of("BatchSubmitted"), 1).events().getFirst().stream()
                    .substring("batch-".length());
            long atRestart = second.log().lastPosition();

            List<WorkedRow> rows = batches.ended(batchId, LONG);

            assertThat(rows)
                    .extracting(WorkedRow::row)
                    .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
            assertThat(rows.stream().filter(row -> row.state() != State.DONE))
                    .singleElement()
                    .satisfies(row -> assertThat(row.row()).isEqualTo(BROKEN));
            assertThat(second.log().lastPosition()).isGreaterThan(atRestart);
            assertThat(second.database().rows("select count(*) from log.event where type = 'DisposedToTrade'"))
                    .containsExactly(Integer.toString(ROWS - 1));
            assertThat(second.database().rows("select count(*) from log.event where type = 'BatchEnded'"))
                    .containsExactly("1");

            String fixed = batches.submitted(List.of(row("disposals", disposal(Fleet.mark(BROKEN), Fleet.REFERENCE))));
            assertThat(batches.ended(fixed)).extracting(WorkedRow::state).containsExactly(State.DONE);
        } finally {
            first.database().close();
        }
    }

    private static RunningService stoppedInTheMiddle(RunningService first) {
        for (int from = 1; from <= ROWS; from += 1_000) Fleet.register(first, from, from + 1_000);
        List<Object> rows = new ArrayList<>();
        for (int number = 1; number <= ROWS; number++) {
            Map<String, Object> body = disposal(Fleet.mark(number), Fleet.REFERENCE);
            rows.add(row("disposals", number == BROKEN ? with(body, "mileage", "many") : body));
        }
        Batches batches = new Batches(first, "dealer");
        long before = System.nanoTime();
        Answer answer = batches.submit(UUID.randomUUID().toString(), rows);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        String batchId = answer.text("batchId");
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> batches.results(batchId).size() > ROWS / 4);
        first.context().close();
        RunningService second = first.another(Map.of("register.batches.take-over-after", "1s"));
        assertThat(batches.results(batchId)).hasSizeLessThan(ROWS);
        return second;
    }
}
