package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle is declared off the road, until it is taxed, sold, exported or scrapped (domain.md 1.2).
@Recorded(name = "SornDeclared")
public record SornDeclared(VehicleId vehicleId, LocalDate from) implements LicensingFact {

    public SornDeclared {
        requireNonNull(vehicleId);
        requireNonNull(from);
    }

    @Override
    public LocalDate effectiveOn() {
        return from;
    }
}
