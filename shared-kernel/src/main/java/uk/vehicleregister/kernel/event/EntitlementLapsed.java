package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// The certificate can no longer be used, not even late against a fee; the mark is void (domain.md 1.5).
@Recorded(name = "EntitlementLapsed")
public record EntitlementLapsed(RegistrationMark mark, LocalDate lapsedOn) implements EntitlementFact {

    public EntitlementLapsed {
        requireNonNull(mark);
        requireNonNull(lapsedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return lapsedOn;
    }
}
