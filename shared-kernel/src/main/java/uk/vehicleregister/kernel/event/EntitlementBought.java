package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// A mark that had never been issued was bought, on a V750 (domain.md 2.5).
///
/// @param expiresOn the last day it can be used on
@Recorded(name = "EntitlementBought")
public record EntitlementBought(
        RegistrationMark mark,
        Credential certificate,
        SealedParty purchaser,
        @Nullable SealedParty nominee,
        LocalDate boughtOn,
        LocalDate expiresOn)
        implements EntitlementFact {

    public EntitlementBought {
        requireNonNull(mark);
        requireNonNull(certificate);
        requireNonNull(purchaser);
        requireNonNull(boughtOn);
        requireNonNull(expiresOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return boughtOn;
    }
}
