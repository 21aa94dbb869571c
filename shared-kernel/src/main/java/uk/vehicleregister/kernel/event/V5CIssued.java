package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A new V5C was issued: its document reference counts from now on, and the one before is dead.
@Recorded(name = "V5CIssued")
public record V5CIssued(VehicleId vehicleId, RegistrationMark mark, Credential documentReference, LocalDate issuedOn)
        implements PaperFact {

    public V5CIssued {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(documentReference);
        requireNonNull(issuedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return issuedOn;
    }
}
