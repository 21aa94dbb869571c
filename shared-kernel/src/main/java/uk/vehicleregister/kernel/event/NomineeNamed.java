package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// The holder named a nominee; the certificate was printed anew, and the one before is dead (domain.md 2.5).
///
/// @param expiresOn the last day the certificate can be used on, as before
@Recorded(name = "NomineeNamed")
public record NomineeNamed(
        RegistrationMark mark, Credential certificate, SealedParty nominee, LocalDate namedOn, LocalDate expiresOn)
        implements EntitlementFact {

    public NomineeNamed {
        requireNonNull(mark);
        requireNonNull(certificate);
        requireNonNull(nominee);
        requireNonNull(namedOn);
        requireNonNull(expiresOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return namedOn;
    }
}
