package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/// Every row of the batch has been worked. What was sent is not needed any more, so the batch's key may be destroyed.
///
/// @param refused rows that were refused or could not be read
@Recorded(name = "BatchEnded")
public record BatchEnded(UUID batchId, int done, int refused, LocalDate endedOn) implements BatchFact {

    public BatchEnded {
        requireNonNull(batchId);
        requireNonNull(endedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return endedOn;
    }
}
