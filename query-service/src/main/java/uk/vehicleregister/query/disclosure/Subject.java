package uk.vehicleregister.query.disclosure;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Whose record was shown: a vehicle, a mark, or a mark with a vehicle that has carried it.
public record Subject(@Nullable VehicleId vehicle, @Nullable RegistrationMark mark) {

    public static Subject of(VehicleId vehicle) {
        return new Subject(vehicle, null);
    }

    public static Subject of(RegistrationMark mark) {
        return new Subject(null, mark);
    }
}
