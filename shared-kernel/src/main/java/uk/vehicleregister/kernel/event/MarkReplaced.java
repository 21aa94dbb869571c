package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The mark went off the vehicle because another was assigned; it is void, and may only go back to that vehicle.
@Recorded(name = "MarkReplaced")
public record MarkReplaced(RegistrationMark mark, VehicleId vehicleId, LocalDate replacedOn) implements MarkFact {

    public MarkReplaced {
        requireNonNull(mark);
        requireNonNull(vehicleId);
        requireNonNull(replacedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return replacedOn;
    }

    @Override
    public @Nullable VehicleId carrier() {
        return null;
    }
}
