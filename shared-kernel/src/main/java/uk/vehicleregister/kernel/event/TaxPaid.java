package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Vehicle tax was paid; fed from outside. A SORN ends with it.
///
/// @param until the last day it covers
@Recorded(name = "TaxPaid")
public record TaxPaid(VehicleId vehicleId, LocalDate from, LocalDate until) implements LicensingFact {

    public TaxPaid {
        requireNonNull(vehicleId);
        requireNonNull(from);
        requireNonNull(until);
    }

    @Override
    public LocalDate effectiveOn() {
        return from;
    }
}
