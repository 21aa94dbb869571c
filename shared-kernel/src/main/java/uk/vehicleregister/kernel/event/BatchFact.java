package uk.vehicleregister.kernel.event;

import java.util.UUID;

/// What happened to a batch: many commands that a dealer sent in one go.
public sealed interface BatchFact extends Fact permits BatchSubmitted, BatchRowsReceived, BatchRowsWorked, BatchEnded {

    String PREFIX = "batch-";

    UUID batchId();

    @Override
    default String stream() {
        return streamOf(batchId());
    }

    static String streamOf(UUID batchId) {
        return PREFIX + batchId;
    }
}
