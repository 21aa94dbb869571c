package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.paper.LossReason;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The V5C was lost, stolen or damaged, and the keeper asked for another; the one before is dead.
@Recorded(name = "V5CReplaced")
public record V5CReplaced(VehicleId vehicleId, LossReason reason, LocalDate replacedOn) implements PaperFact {

    public V5CReplaced {
        requireNonNull(vehicleId);
        requireNonNull(reason);
        requireNonNull(replacedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return replacedOn;
    }
}
