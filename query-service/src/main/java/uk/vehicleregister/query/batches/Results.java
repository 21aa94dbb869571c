package uk.vehicleregister.query.batches;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Results extends Repository<ResultRow, ResultRow.Key> {

    /// Both numbers belong to it.
    List<ResultRow> findByBatchIdAndNumberBetweenOrderByNumber(UUID batchId, int first, int last);
}
