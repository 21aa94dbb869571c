package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A treatment facility destroyed the vehicle and issued a certificate of destruction (domain.md 1.7).
@Recorded(name = "VehicleDestroyed")
public record VehicleDestroyed(
        VehicleId vehicleId, RegistrationMark mark, String certificateOfDestruction, LocalDate destroyedOn)
        implements MarkerFact {

    public VehicleDestroyed {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(certificateOfDestruction);
        requireNonNull(destroyedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return destroyedOn;
    }

    @Override
    public Marker marker() {
        return Marker.SCRAPPED;
    }
}
