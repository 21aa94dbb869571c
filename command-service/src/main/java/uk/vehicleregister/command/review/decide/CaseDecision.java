package uk.vehicleregister.command.review.decide;

import java.util.UUID;

/// A registrar's word on a case.
record CaseDecision(UUID caseId, Word word, String reason) {

    enum Word {
        ACCEPT,
        REFUSE
    }

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "CaseDecision[" + caseId + ", " + word + "]";
    }
}
