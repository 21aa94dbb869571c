package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The same keeper has another name or address (domain.md 1.7).
@Recorded(name = "KeeperDetailsChanged")
public record KeeperDetailsChanged(VehicleId vehicleId, SealedKeeper keeper, LocalDate changedOn)
        implements KeepershipFact {

    public KeeperDetailsChanged {
        requireNonNull(vehicleId);
        requireNonNull(keeper);
        requireNonNull(changedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return changedOn;
    }
}
