package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A vehicle came onto the register with its mark. Without a keeper it is in the trade since `keeperSince`.
@Recorded(name = "VehicleRegistered")
public record VehicleRegistered(
        VehicleId vehicleId,
        Vin vin,
        RegistrationMark mark,
        VehicleDetails details,
        @Nullable SealedKeeper keeper,
        LocalDate keeperSince)
        implements VehicleFact {

    public VehicleRegistered {
        requireNonNull(vehicleId);
        requireNonNull(vin);
        requireNonNull(mark);
        requireNonNull(details);
        requireNonNull(keeperSince);
    }

    @Override
    public LocalDate effectiveOn() {
        return details.dateOfFirstRegistration();
    }
}
