package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.program.invariants.check.History.Append;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// Of every row of a batch it is told once what became of it; what is told as done is in the log, and the batch
/// ends once all has been told.
public final class EachRowOnce {

    private final Map<UUID, Integer> rows = new HashMap<>();
    private final Map<UUID, Set<Integer>> told = new HashMap<>();
    private final Map<UUID, Integer> done = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private final Map<Long, UUID> appends = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    public static List<String> violations(History history) {
        EachRowOnce batches = new EachRowOnce();
        for (Append append : history.appends()) batches.appends.put(append.position(), append.transactionId());
        for (Entry entry : history.entries()) {
            switch (entry.fact()) {
                case BatchSubmitted f -> batches.rows.put(f.batchId(), f.rows());
                case BatchRowsWorked f ->
                    f.results().forEach(result -> batches.tell(f.batchId(), result, entry.position()));
                case BatchEnded f -> batches.end(f, entry.position());
                case Object _ -> {
                    // about no batch
                }
            }
        }
        return batches.found;
    }

    private void tell(UUID batch, WorkedRow result, long at) {
        if (!told.computeIfAbsent(batch, _ -> new HashSet<>()).add(result.row()))
            found.add("row " + result.row() + " of a batch is told of a second time at " + at);
        if (ended.contains(batch)) found.add("a row of a batch that has ended is told of at " + at);
        if (result.state() != WorkedRow.State.DONE) return;
        done.merge(batch, 1, Integer::sum);
        UUID recorded = result.position() == null ? null : appends.get(result.position());
        if (recorded == null || !recorded.equals(result.transactionId()))
            found.add("row " + result.row() + " of a batch is told as done at " + at + " and is not in the log");
    }

    private void end(BatchEnded fact, long at) {
        if (!ended.add(fact.batchId())) found.add("a batch ends a second time at " + at);
        int known = told.getOrDefault(fact.batchId(), Set.of()).size();
        int succeeded = done.getOrDefault(fact.batchId(), 0);
        if (known != rows.getOrDefault(fact.batchId(), -1)
                || fact.done() != succeeded
                || fact.refused() != known - succeeded)
            found.add("a batch ends at " + at + " and not with what was told of its rows");
    }
}
