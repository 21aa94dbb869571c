package uk.vehicleregister.query.batches;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.query.projection.Copy;

/// A batch and how far it is.
@Entity
@Table(name = "batch")
class BatchRow {

    static final Copy<BatchRow> TABLE = new Copy<>(
            "batch",
            "batch_id, submitter, row_count, done, refused, ended",
            row -> new @Nullable Object[] {row.batchId, row.submitter, row.rowCount, row.done, row.refused, row.ended});

    @Id
    UUID batchId;

    String submitter;
    int rowCount;
    int done;
    int refused;
    boolean ended;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected BatchRow() {}

    BatchRow(BatchSubmitted fact) {
        batchId = fact.batchId();
        submitter = fact.submitter();
        rowCount = fact.rows();
    }
}
