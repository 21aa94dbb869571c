package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The mark is back on its vehicle as replacement mark.
@Recorded(name = "MarkRestored")
public record MarkRestored(RegistrationMark mark, VehicleId vehicleId, LocalDate restoredOn) implements MarkFact {

    public MarkRestored {
        requireNonNull(mark);
        requireNonNull(vehicleId);
        requireNonNull(restoredOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return restoredOn;
    }

    @Override
    public VehicleId carrier() {
        return vehicleId;
    }
}
