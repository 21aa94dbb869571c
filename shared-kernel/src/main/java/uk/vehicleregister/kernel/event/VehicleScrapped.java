package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The keeper told that the vehicle was scrapped (V5C/4, domain.md 1.7).
@Recorded(name = "VehicleScrapped")
public record VehicleScrapped(VehicleId vehicleId, RegistrationMark mark, LocalDate scrappedOn) implements MarkerFact {

    public VehicleScrapped {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(scrappedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return scrappedOn;
    }

    @Override
    public Marker marker() {
        return Marker.SCRAPPED;
    }
}
