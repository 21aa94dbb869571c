package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Full remaining months of tax are due back to the keeper who paid (domain.md 1.1).
///
/// @param months full months from the first of the next month to the end of the tax
@Recorded(name = "TaxRefundDue")
public record TaxRefundDue(
        VehicleId vehicleId, TaxRefundReason reason, int months, LocalDate taxedUntil, LocalDate dueOn)
        implements LicensingFact {

    public TaxRefundDue {
        requireNonNull(vehicleId);
        requireNonNull(reason);
        requireNonNull(taxedUntil);
        requireNonNull(dueOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return dueOn;
    }
}
