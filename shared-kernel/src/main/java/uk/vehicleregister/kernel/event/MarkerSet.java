package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A registrar set a marker on the record.
@Recorded(name = "MarkerSet")
public record MarkerSet(VehicleId vehicleId, Marker marker, String reason, LocalDate setOn) implements MarkerFact {

    public MarkerSet {
        requireNonNull(vehicleId);
        requireNonNull(marker);
        requireNonNull(reason);
        requireNonNull(setOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return setOn;
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "MarkerSet[" + vehicleId + ", " + marker + "]";
    }
}
