package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A registrar corrected who became keeper, or when. What was told stays in the log as what was believed.
///
/// @param corrects position of the event that is corrected
/// @param correctedKeeper who it should have been; absent where only the date was wrong, or the vehicle went into the
/// trade
/// @param correctedDate the day from which it counts
/// @param keeper who is keeper now, after the correction; absent in the trade
/// @param lastKeeperChange what a later date of sale is compared with, after the correction
/// @param lastDisposal the same for the last disposal
@Recorded(name = "KeeperCorrected")
public record KeeperCorrected(
        VehicleId vehicleId,
        long corrects,
        String reason,
        @Nullable SealedKeeper correctedKeeper,
        LocalDate correctedDate,
        @Nullable SealedKeeper keeper,
        @Nullable LocalDate lastKeeperChange,
        @Nullable LocalDate lastDisposal,
        LocalDate correctedOn)
        implements KeepershipFact {

    public KeeperCorrected {
        requireNonNull(vehicleId);
        requireNonNull(reason);
        requireNonNull(correctedDate);
        requireNonNull(correctedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return correctedDate;
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "KeeperCorrected[" + vehicleId + "]";
    }
}
