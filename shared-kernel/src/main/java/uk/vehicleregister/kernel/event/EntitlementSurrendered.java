package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// The holder gave the right to the mark up; it is void.
///
/// @param refundPence what is given back of the fee, in pence
@Recorded(name = "EntitlementSurrendered")
public record EntitlementSurrendered(RegistrationMark mark, int refundPence, LocalDate surrenderedOn)
        implements EntitlementFact {

    public EntitlementSurrendered {
        requireNonNull(mark);
        requireNonNull(surrenderedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return surrenderedOn;
    }
}
