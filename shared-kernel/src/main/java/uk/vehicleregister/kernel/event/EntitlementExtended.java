package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;

/// The certificate was extended and printed anew; the one before is dead (domain.md 2.5).
@Recorded(name = "EntitlementExtended")
public record EntitlementExtended(
        RegistrationMark mark, Credential certificate, LocalDate extendedOn, LocalDate expiresOn)
        implements EntitlementFact {

    public EntitlementExtended {
        requireNonNull(mark);
        requireNonNull(certificate);
        requireNonNull(extendedOn);
        requireNonNull(expiresOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return extendedOn;
    }
}
