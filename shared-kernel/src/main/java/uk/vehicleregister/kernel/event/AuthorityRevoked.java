package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/// The keeper took the authority back; it is refused from now on.
@Recorded(name = "AuthorityRevoked")
public record AuthorityRevoked(UUID authorityId, LocalDate revokedOn) implements AuthorityFact {

    public AuthorityRevoked {
        requireNonNull(authorityId);
        requireNonNull(revokedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return revokedOn;
    }
}
