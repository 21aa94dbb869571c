package uk.vehicleregister.query.batches;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Batches extends Repository<BatchRow, UUID> {

    Optional<BatchRow> findByBatchId(UUID batchId);
}
