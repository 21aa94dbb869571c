package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.batch.Batches.row;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.State;

class TwoServicesHttpTest {

    private static final int ROWS = 900;

    /// As after a pause so long that another service took over, and then both went on.
    @Test
    void two_services_at_work_on_one_batch_do_and_tell_of_every_row_once() {
        Map<String, Object> hasty =
                Map.of("register.batches.take-over-after", "0s", "register.batches.look-every", "5ms");
        try (RunningService service = RunningService.start(Map.of());
                RunningService other = service.another(hasty)) {
            Fleet.register(service, 1, ROWS + 1);
            Batches batches = new Batches(service, "dealer");
            String batchId = batches.submitted(IntStream.rangeClosed(1, ROWS)
                    .mapToObj(number -> row("disposals", disposal(Fleet.mark(number), Fleet.REFERENCE)))
                    .toList());
            List<WorkedRow> rows = batches.ended(batchId, Duration.ofSeconds(60));
            assertThat(rows).hasSize(ROWS).extracting(WorkedRow::state).containsOnly(State.DONE);
            assertThat(rows)
                    .extracting(WorkedRow::row)
                    .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
            assertThat(other.database().rows("select count(*) from log.event where type = 'DisposedToTrade'"))
                    .containsExactly(Integer.toString(ROWS));
        }
    }
}
