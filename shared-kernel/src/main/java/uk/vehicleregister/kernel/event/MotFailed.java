package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle failed its test; fed from outside. A pass that still runs stays valid.
@Recorded(name = "MotFailed")
public record MotFailed(VehicleId vehicleId, LocalDate testedOn) implements LicensingFact {

    public MotFailed {
        requireNonNull(vehicleId);
        requireNonNull(testedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return testedOn;
    }
}
