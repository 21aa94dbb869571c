package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A mark came straight from another vehicle of the same keeper, in place of the one it had.
@Recorded(name = "MarkTransferredIn")
public record MarkTransferredIn(
        VehicleId vehicleId,
        RegistrationMark mark,
        RegistrationMark replaced,
        VehicleId fromVehicle,
        LocalDate transferredOn)
        implements VehicleMarkFact {

    public MarkTransferredIn {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(replaced);
        requireNonNull(fromVehicle);
        requireNonNull(transferredOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return transferredOn;
    }

    @Override
    public RegistrationMark carries() {
        return mark;
    }
}
