package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The mark went from one vehicle straight to another of the same keeper.
///
/// @param vehicleId the vehicle that carries it now
@Recorded(name = "MarkTransferred")
public record MarkTransferred(
        RegistrationMark mark, VehicleId fromVehicle, VehicleId vehicleId, LocalDate transferredOn)
        implements MarkFact {

    public MarkTransferred {
        requireNonNull(mark);
        requireNonNull(fromVehicle);
        requireNonNull(vehicleId);
        requireNonNull(transferredOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return transferredOn;
    }

    @Override
    public VehicleId carrier() {
        return vehicleId;
    }
}
