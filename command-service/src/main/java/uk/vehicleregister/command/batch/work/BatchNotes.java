package uk.vehicleregister.command.batch.work;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.batch.work.RecordRowsDecider.Batch;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.SentRequest;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.WorkedRow;

/// How far a batch is, as the log tells.
@Component
final class BatchNotes {

    private final CommandDesk desk;
    private final StreamCache cache;

    BatchNotes(CommandDesk desk, StreamCache cache) {
        this.desk = desk;
        this.cache = cache;
    }

    /// As it stands now; nothing of it is kept in memory.
    Batch read(UUID batchId) {
        String stream = BatchFact.streamOf(batchId);
        forget(batchId);
        List<BatchFact> facts = cache.load(stream).facts();
        return Fold.of(facts, Batch.NEW, RecordRowsDecider::evolve);
    }

    void forget(UUID batchId) {
        cache.evict(Set.of(BatchFact.streamOf(batchId)));
    }

    /// In the name of whoever handed it in. Where another service has told of all of them already, nothing is recorded.
    void record(UUID batchId, String submitter, List<WorkedRow> results) {
        desk.submit(
                new RecordRows(batchId, results),
                new Submission(
                        submitter, Role.DEALER, null, UUID.randomUUID(), null, "batches", SentRequest.NOT_KEPT, null));
    }
}
