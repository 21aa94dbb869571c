package uk.vehicleregister.program.invariants;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.order.Request;
import uk.vehicleregister.program.running.WholeRegister;

/// What the query service tells a dealer of one row of a batch.
///
/// @param code why it was not done; empty when it was
record BatchResult(String batchId, int row, String state, String code, String transactionId, long position) {

    /// Once the batch has ended. Rows that wait for a lock are given up in the end, so every batch ends.
    static List<BatchResult> awaitAll(String batchId, String dealer) {
        AtomicReference<JsonNode> batch = new AtomicReference<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    batch.set(WholeRegister.shared()
                            .ask("/v1/batches/" + batchId, Role.DEALER, dealer, 0, null)
                            .body());
                    return batch.get().path("state").asString("").equals("ENDED");
                });
        return batch.get()
                .path("results")
                .valueStream()
                .map(result -> new BatchResult(
                        batchId,
                        result.path("row").asInt(),
                        result.path("state").asString(""),
                        result.path("code").asString(""),
                        result.path("transactionId").asString(""),
                        result.path("position").asLong(-1)))
                .toList();
    }

    boolean isDone() {
        return state.equals("DONE");
    }

    /// As if the row had been sent alone, under a key that is the batch's and its own.
    Acknowledgement acknowledged(Request sent) {
        return new Acknowledgement(
                batchId + "-" + row, transactionId, position, sent.effect(), sent.text("documentReference"));
    }
}
