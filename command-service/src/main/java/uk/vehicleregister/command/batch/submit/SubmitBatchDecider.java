package uk.vehicleregister.command.batch.submit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.sealing.Sealed;

/// A batch is always taken: what is wrong with a row is told of that row, when its turn comes.
final class SubmitBatchDecider {

    record SealedChunk(int firstRow, int rows, Sealed items) {}

    static Decision decide(UUID batchId, String submitter, List<SealedChunk> chunks, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        int rows = chunks.stream().mapToInt(SealedChunk::rows).sum();
        facts.add(new BatchSubmitted(batchId, rows, submitter, today));
        chunks.forEach(chunk ->
                facts.add(new BatchRowsReceived(batchId, chunk.firstRow(), chunk.rows(), chunk.items(), today)));
        return new Decision.Accepted(facts);
    }

    private SubmitBatchDecider() {}
}
