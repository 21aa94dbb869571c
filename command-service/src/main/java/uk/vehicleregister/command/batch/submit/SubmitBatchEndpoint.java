package uk.vehicleregister.command.batch.submit;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.batch.BatchesAtWork;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.BatchRequest;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.BatchSubmitted;

@RestController
final class SubmitBatchEndpoint {

    private final CommandDesk desk;
    private final BatchesAtWork batches;

    SubmitBatchEndpoint(CommandDesk desk, BatchesAtWork batches) {
        this.desk = desk;
        this.batches = batches;
    }

    /// Up to 10,000 disposals or acquisitions, answered at once and worked through row by row. The query service tells
    /// what became of each row. A row that fails loses nothing of the others, and may be sent again alone.
    @PostMapping("/v1/batches")
    @MayCall(Role.DEALER)
    ResponseEntity<Object> post(BatchRequest request) {
        try (BatchRequest open = request) {
            Outcome outcome = desk.submit(new SubmitBatch(open.chunks()), open.submission());
            if (outcome instanceof Outcome.Done(RecordedTransaction transaction)) {
                batches.onSubmitted(transaction.the(BatchSubmitted.class).batchId());
            }
            return Answers.accepted(outcome, SubmitBatchEndpoint::answer);
        }
    }

    private static Map<String, ?> answer(RecordedTransaction transaction) {
        BatchSubmitted submitted = transaction.the(BatchSubmitted.class);
        return Map.of("batchId", submitted.batchId(), "rows", submitted.rows());
    }
}
