package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;

/// The holder gave the right to the mark up; it is void.
///
/// @param certificate the one that was given up
/// @param refundPence what is given back of the fee, in pence
/// @param expiresOn the last day it could have been used on without a fee
@Recorded(name = "EntitlementSurrendered")
public record EntitlementSurrendered(
        RegistrationMark mark, Credential certificate, int refundPence, LocalDate surrenderedOn, LocalDate expiresOn)
        implements EntitlementFact {

    public EntitlementSurrendered {
        requireNonNull(mark);
        requireNonNull(certificate);
        requireNonNull(surrenderedOn);
        requireNonNull(expiresOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return surrenderedOn;
    }
}
