package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The mark was put on a vehicle for the first time: at first registration, or as a replacement mark.
@Recorded(name = "MarkIssued")
public record MarkIssued(RegistrationMark mark, VehicleId vehicleId, LocalDate issuedOn) implements MarkFact {

    public MarkIssued {
        requireNonNull(mark);
        requireNonNull(vehicleId);
        requireNonNull(issuedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return issuedOn;
    }

    @Override
    public VehicleId carrier() {
        return vehicleId;
    }
}
