package uk.vehicleregister.program.invariants.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.WorkedRow;

/// The rows about batches, from what was noted of each of their rows.
final class BatchRows {

    static void fold(History history, Map<ReadTable, List<String>> rows) {
        Map<UUID, Integer> done = new LinkedHashMap<>();
        Map<UUID, Integer> others = new LinkedHashMap<>();
        history.facts(BatchRowsWorked.class)
                .forEach(worked -> worked.results().forEach(result -> {
                    (result.state() == WorkedRow.State.DONE ? done : others).merge(worked.batchId(), 1, Integer::sum);
                    rows.get(ReadTable.BATCH_ROW).add(row(worked.batchId(), result));
                }));
        List<UUID> ended =
                history.facts(BatchEnded.class).map(BatchEnded::batchId).toList();
        history.facts(BatchSubmitted.class)
                .forEach(batch -> rows.get(ReadTable.BATCH)
                        .add(ReadTable.BATCH.row(
                                batch.batchId(),
                                batch.rows(),
                                done.getOrDefault(batch.batchId(), 0),
                                others.getOrDefault(batch.batchId(), 0),
                                ended.contains(batch.batchId()))));
    }

    private static String row(UUID batch, WorkedRow result) {
        return ReadTable.BATCH_ROW.row(
                batch,
                result.row(),
                result.command(),
                result.mark() == null ? null : result.mark().text(),
                result.state(),
                result.code(),
                result.transactionId(),
                result.position());
    }

    private BatchRows() {}
}
