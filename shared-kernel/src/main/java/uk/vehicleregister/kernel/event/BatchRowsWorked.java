package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What became of some rows of a batch, each told once.
@Recorded(name = "BatchRowsWorked")
public record BatchRowsWorked(UUID batchId, List<WorkedRow> results, LocalDate workedOn) implements BatchFact {

    public BatchRowsWorked {
        requireNonNull(batchId);
        results = List.copyOf(results);
        requireNonNull(workedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return workedOn;
    }
}
