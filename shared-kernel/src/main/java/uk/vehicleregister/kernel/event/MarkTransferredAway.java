package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle's mark went straight to another vehicle of the same keeper, and a replacement put on.
@Recorded(name = "MarkTransferredAway")
public record MarkTransferredAway(
        VehicleId vehicleId,
        RegistrationMark mark,
        RegistrationMark replacement,
        VehicleId toVehicle,
        LocalDate transferredOn)
        implements VehicleMarkFact {

    public MarkTransferredAway {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(replacement);
        requireNonNull(toVehicle);
        requireNonNull(transferredOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return transferredOn;
    }

    @Override
    public RegistrationMark carries() {
        return replacement;
    }
}
