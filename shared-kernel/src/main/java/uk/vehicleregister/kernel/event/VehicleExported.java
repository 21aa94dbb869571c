package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle left the United Kingdom for good (V5C/4, domain.md 1.7).
///
/// @param destinationCountry two letters of ISO 3166
@Recorded(name = "VehicleExported")
public record VehicleExported(
        VehicleId vehicleId, RegistrationMark mark, String destinationCountry, LocalDate exportedOn)
        implements MarkerFact {

    public VehicleExported {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(destinationCountry);
        requireNonNull(exportedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return exportedOn;
    }

    @Override
    public Marker marker() {
        return Marker.EXPORTED;
    }
}
