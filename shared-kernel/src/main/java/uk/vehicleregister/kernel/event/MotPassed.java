package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle passed its test; fed from outside.
///
/// @param expiresOn the last day it is valid on
@Recorded(name = "MotPassed")
public record MotPassed(VehicleId vehicleId, LocalDate testedOn, LocalDate expiresOn) implements LicensingFact {

    public MotPassed {
        requireNonNull(vehicleId);
        requireNonNull(testedOn);
        requireNonNull(expiresOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return testedOn;
    }
}
