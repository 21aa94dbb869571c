package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A registrar lifted a marker from the record.
@Recorded(name = "MarkerLifted")
public record MarkerLifted(VehicleId vehicleId, Marker marker, String reason, LocalDate liftedOn)
        implements MarkerFact {

    public MarkerLifted {
        requireNonNull(vehicleId);
        requireNonNull(marker);
        requireNonNull(reason);
        requireNonNull(liftedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return liftedOn;
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "MarkerLifted[" + vehicleId + ", " + marker + "]";
    }

    @Override
    public boolean stands() {
        return false;
    }
}
