package uk.vehicleregister.command.batch;

import java.util.UUID;

/// Whoever works through batches.
public interface BatchesAtWork {

    /// This service has just recorded the batch, so it works on it at once. Told twice, it is begun once.
    void onSubmitted(UUID batchId);
}
