package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.batch.Batches.row;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.State;

class BatchOutageHttpTest {

    private static final int ROWS = 900;

    @Test
    void while_the_log_is_away_a_batch_waits_and_then_goes_on() {
        try (RunningService service = RunningService.start(Map.of())) {
            Fleet.register(service, 1, ROWS + 1);
            Batches batches = new Batches(service, "dealer");
            String batchId = batches.submitted(IntStream.rangeClosed(1, ROWS)
                    .mapToObj(number -> row("disposals", disposal(Fleet.mark(number), Fleet.REFERENCE)))
                    .toList());
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> !batches.results(batchId).isEmpty());
            TestDatabase.stopServer();
            TestDatabase.startServer();
            List<WorkedRow> rows = batches.ended(batchId, Duration.ofSeconds(60));
            assertThat(rows).hasSize(ROWS).extracting(WorkedRow::state).containsOnly(State.DONE);
            assertThat(service.database().rows("select count(*) from log.event where type = 'DisposedToTrade'"))
                    .containsExactly(Integer.toString(ROWS));
        }
    }
}
