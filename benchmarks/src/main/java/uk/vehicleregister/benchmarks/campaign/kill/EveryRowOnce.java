package uk.vehicleregister.benchmarks.campaign.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.check.History;

/// Every row of a batch was told of once, and told that it is done; the batch ended once. What the rows were told is
/// then held against the log like any other acknowledgement.
final class EveryRowOnce {

    static List<String> violations(History history, UUID batchId, int rows) {
        List<String> found = new ArrayList<>();
        Map<Integer, List<WorkedRow>> byRow =
                results(history, batchId).stream().collect(Collectors.groupingBy(WorkedRow::row));
        for (int row = 1; row <= rows; row++) {
            List<WorkedRow> told = byRow.getOrDefault(row, List.of());
            if (told.size() != 1) found.add("row " + row + " is told of " + told.size() + " times");
            else if (told.getFirst().state() != WorkedRow.State.DONE)
                found.add("row " + row + " is " + told.getFirst().state() + " "
                        + told.getFirst().code());
        }
        long ends = history.facts(BatchEnded.class)
                .filter(ended -> ended.batchId().equals(batchId))
                .count();
        if (ends != 1) found.add("the batch ended " + ends + " times");
        return found;
    }

    /// @param references of the rows, in their order
    static List<Acknowledgement> told(
            History history, UUID batchId, Class<? extends Fact> effect, List<String> references) {
        Map<Integer, Acknowledgement> told = new TreeMap<>();
        for (WorkedRow row : results(history, batchId))
            if (row.transactionId() != null && row.position() != null)
                told.put(
                        row.row(),
                        new Acknowledgement(
                                batchId + " row " + row.row(),
                                row.transactionId().toString(),
                                row.position(),
                                effect,
                                references.get(row.row() - 1)));
        return List.copyOf(told.values());
    }

    private static List<WorkedRow> results(History history, UUID batchId) {
        return history.facts(BatchRowsWorked.class)
                .filter(worked -> worked.batchId().equals(batchId))
                .flatMap(worked -> worked.results().stream())
                .toList();
    }

    private EveryRowOnce() {}
}
