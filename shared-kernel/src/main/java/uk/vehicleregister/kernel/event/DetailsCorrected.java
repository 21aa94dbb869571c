package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A registrar corrected what the vehicle is. What was told stays in the log as what was believed.
///
/// @param corrects position of the event whose details are corrected
/// @param details all of them, as they should have been
@Recorded(name = "DetailsCorrected")
public record DetailsCorrected(
        VehicleId vehicleId, long corrects, String reason, VehicleDetails details, LocalDate correctedOn)
        implements VehicleFact {

    public DetailsCorrected {
        requireNonNull(vehicleId);
        requireNonNull(reason);
        requireNonNull(details);
        requireNonNull(correctedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return details.dateOfFirstRegistration();
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "DetailsCorrected[" + vehicleId + "]";
    }
}
