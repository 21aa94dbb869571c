package uk.vehicleregister.command.review.decide;

import java.util.UUID;

/// A registrar refuses the application of a case.
record RefuseCase(UUID caseId, String reason) {

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "RefuseCase[" + caseId + "]";
    }
}
