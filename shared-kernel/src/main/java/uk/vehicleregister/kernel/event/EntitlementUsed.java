package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The mark went onto a vehicle and its certificate is spent; `late` if that was after expiry, with the fee paid.
@Recorded(name = "EntitlementUsed")
public record EntitlementUsed(RegistrationMark mark, VehicleId vehicleId, boolean late, LocalDate usedOn)
        implements EntitlementFact {

    public EntitlementUsed {
        requireNonNull(mark);
        requireNonNull(vehicleId);
        requireNonNull(usedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return usedOn;
    }

    @Override
    public VehicleId carrier() {
        return vehicleId;
    }
}
