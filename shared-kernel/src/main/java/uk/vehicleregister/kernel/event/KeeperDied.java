package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The keeper died: the record stands for the estate, under the executor's name and address, until a new keeper is told
/// (domain.md 1.7).
///
/// @param keeper the estate
@Recorded(name = "KeeperDied")
public record KeeperDied(VehicleId vehicleId, SealedKeeper keeper, LocalDate dateOfDeath) implements KeepershipFact {

    public KeeperDied {
        requireNonNull(vehicleId);
        requireNonNull(keeper);
        requireNonNull(dateOfDeath);
    }

    @Override
    public LocalDate effectiveOn() {
        return dateOfDeath;
    }
}
