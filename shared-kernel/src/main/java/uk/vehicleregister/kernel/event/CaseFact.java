package uk.vehicleregister.kernel.event;

import java.util.UUID;

/// What happened to an application that waits for a registrar.
public sealed interface CaseFact extends Fact permits CaseOpened, CaseAccepted, CaseRefused {

    UUID caseId();

    @Override
    default String stream() {
        return streamOf(caseId());
    }

    static String streamOf(UUID caseId) {
        return "case-" + caseId;
    }
}
