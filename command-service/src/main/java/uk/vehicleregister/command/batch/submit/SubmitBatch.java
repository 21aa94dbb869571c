package uk.vehicleregister.command.batch.submit;

import java.util.List;
import uk.vehicleregister.command.web.BatchRequest;

/// Take these rows in, and work through them later.
record SubmitBatch(List<BatchRequest.Chunk> chunks) {}
