package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.command.Bodies.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.WorkedRow;

/// A dealer who hands in batches and watches the log for what becomes of them.
record Batches(RunningService service, String dealer) {

    static Map<String, Object> row(String command, Object body) {
        return map("command", command, "body", body);
    }

    String submitted(List<?> rows) {
        Answer answer = submit(UUID.randomUUID().toString(), rows);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.text("batchId");
    }

    Answer submit(String key, List<?> rows) {
        return service.postAs(
                "/v1/batches",
                service.token(dealer, Role.DEALER),
                key,
                RunningService.JSON.writeValueAsString(map("items", rows)));
    }

    /// Every row's result, by its number, once the batch has ended.
    List<WorkedRow> ended(String batchId) {
        return ended(batchId, Duration.ofSeconds(20));
    }

    List<WorkedRow> ended(String batchId, Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(LogUnavailableException.class)
                .until(() -> hasEnded(batchId));
        List<WorkedRow> rows = new ArrayList<>(results(batchId));
        rows.sort((one, other) -> Integer.compare(one.row(), other.row()));
        return rows;
    }

    boolean hasEnded(String batchId) {
        List<RecordedEvent> events = service.log().stream("batch-" + batchId, 0);
        return !events.isEmpty() && events.getLast().type().equals("BatchEnded");
    }

    /// As told so far, in the order of the log.
    List<WorkedRow> results(String batchId) {
        return service.log().stream("batch-" + batchId, 0).stream()
                .filter(event -> event.type().equals("BatchRowsWorked"))
                .flatMap(event -> EventJson.read(event.payload(), BatchRowsWorked.class).results().stream())
                .toList();
    }
}
