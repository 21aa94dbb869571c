package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import uk.vehicleregister.kernel.sealing.Sealed;

/// Some rows of a batch, as they came in. They are read once and then only take room, so they have a stream beside the
/// batch's own.
///
/// @param firstRow the number of the first of them
/// @param items a JSON array of the rows, sealed under the batch's key
@Recorded(name = "BatchRowsReceived")
public record BatchRowsReceived(UUID batchId, int firstRow, int rows, Sealed items, LocalDate receivedOn)
        implements BatchFact {

    public BatchRowsReceived {
        requireNonNull(batchId);
        requireNonNull(items);
        requireNonNull(receivedOn);
    }

    @Override
    public String stream() {
        return rowsOf(batchId);
    }

    public static String rowsOf(UUID batchId) {
        return BatchFact.streamOf(batchId) + "-rows";
    }

    @Override
    public LocalDate effectiveOn() {
        return receivedOn;
    }
}
