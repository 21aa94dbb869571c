package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A registrar took back a keeper change, acquisition or disposal that never was. It stays in the log as what was
/// believed.
///
/// @param corrects position of the event that is taken back
/// @param reversedDate the day from which it was said to count
/// @param keeper who is keeper now; absent in the trade
/// @param lastKeeperChange what a later date of sale is compared with, after the reversal
/// @param lastDisposal the same for the last disposal
@Recorded(name = "KeeperChangeReversed")
public record KeeperChangeReversed(
        VehicleId vehicleId,
        long corrects,
        String reason,
        LocalDate reversedDate,
        @Nullable SealedKeeper keeper,
        @Nullable LocalDate lastKeeperChange,
        @Nullable LocalDate lastDisposal,
        LocalDate reversedOn)
        implements KeepershipFact {

    public KeeperChangeReversed {
        requireNonNull(vehicleId);
        requireNonNull(reason);
        requireNonNull(reversedDate);
        requireNonNull(reversedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return reversedDate;
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "KeeperChangeReversed[" + vehicleId + "]";
    }
}
