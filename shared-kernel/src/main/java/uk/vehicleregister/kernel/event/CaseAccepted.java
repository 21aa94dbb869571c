package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/// A registrar accepted the application.
@Recorded(name = "CaseAccepted")
public record CaseAccepted(UUID caseId, String reason, LocalDate acceptedOn) implements CaseFact {

    public CaseAccepted {
        requireNonNull(caseId);
        requireNonNull(reason);
        requireNonNull(acceptedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return acceptedOn;
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "CaseAccepted[" + caseId + "]";
    }
}
