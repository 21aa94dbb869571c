package uk.vehicleregister.query.batches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row for each batch, and one for each of its rows that has been worked.
@Component
class BatchesProjection implements Projection {

    static final String NAME = "batches";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("batch", "batch_row");
    }

    /// All but the rows as they came in, which are large and sealed.
    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(BatchSubmitted.class, BatchRowsWorked.class, BatchEnded.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        Map<UUID, BatchRow> batches = new HashMap<>();
        Set<UUID> fresh = new HashSet<>();
        List<ResultRow> results = new ArrayList<>();
        for (Noted noted : events) {
            switch ((BatchFact) noted.fact()) {
                case BatchSubmitted f -> {
                    fresh.add(f.batchId());
                    batches.put(f.batchId(), new BatchRow(f));
                }
                case BatchRowsWorked f -> {
                    BatchRow batch = batches.computeIfAbsent(f.batchId(), id -> known(id, rows));
                    for (WorkedRow worked : f.results()) {
                        if (worked.state() == WorkedRow.State.DONE) batch.done++;
                        else batch.refused++;
                        results.add(new ResultRow(f.batchId(), worked));
                    }
                }
                case BatchEnded f -> batches.computeIfAbsent(f.batchId(), id -> known(id, rows)).ended = true;
                case BatchRowsReceived _ -> throw new IllegalStateException("rows as they came in are not asked for");
            }
        }
        List<BatchRow> changed = batches.values().stream()
                .filter(batch -> !fresh.contains(batch.batchId))
                .toList();
        if (!changed.isEmpty()) rows.updateMultiple(changed);
        BatchRow.TABLE.insert(
                batches.values().stream()
                        .filter(batch -> fresh.contains(batch.batchId))
                        .toList(),
                rows);
        ResultRow.TABLE.insert(results, rows);
    }

    private static BatchRow known(UUID batchId, StatelessSession rows) {
        return rows.createSelectionQuery("from BatchRow where batchId = :id", BatchRow.class)
                .setParameter("id", batchId)
                .getSingleResult();
    }
}
