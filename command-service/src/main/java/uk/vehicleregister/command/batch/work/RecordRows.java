package uk.vehicleregister.command.batch.work;

import java.util.List;
import java.util.UUID;
import uk.vehicleregister.kernel.event.WorkedRow;

/// Note what became of these rows.
record RecordRows(UUID batchId, List<WorkedRow> results) {}
