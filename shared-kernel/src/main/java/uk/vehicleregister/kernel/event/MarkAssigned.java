package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A mark was put on the vehicle from a certificate, in place of the one it had.
@Recorded(name = "MarkAssigned")
public record MarkAssigned(
        VehicleId vehicleId,
        RegistrationMark mark,
        RegistrationMark replaced,
        @Nullable SealedParty actingBusiness,
        LocalDate assignedOn)
        implements VehicleMarkFact {

    public MarkAssigned {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(replaced);
        requireNonNull(assignedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return assignedOn;
    }

    @Override
    public RegistrationMark carries() {
        return mark;
    }
}
