package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/// A dealer handed in a batch. Its rows follow in the same transaction; from here on it will be worked through.
///
/// @param rows how many there are; they count from 1
/// @param submitter pseudonym of the account that handed it in, and in whose name each row is decided
@Recorded(name = "BatchSubmitted")
public record BatchSubmitted(UUID batchId, int rows, String submitter, LocalDate submittedOn) implements BatchFact {

    public BatchSubmitted {
        requireNonNull(batchId);
        requireNonNull(submitter);
        requireNonNull(submittedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return submittedOn;
    }
}
