package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/// A registrar refused the application.
@Recorded(name = "CaseRefused")
public record CaseRefused(UUID caseId, String reason, LocalDate refusedOn) implements CaseFact {

    public CaseRefused {
        requireNonNull(caseId);
        requireNonNull(reason);
        requireNonNull(refusedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return refusedOn;
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "CaseRefused[" + caseId + "]";
    }
}
