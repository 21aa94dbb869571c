package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.CaseOpened;

/// Looks a case up before a decision is taken; the decision itself reads it again with its version.
public final class CaseFiles {

    private final LogAccess log;

    CaseFiles(LogAccess log) {
        this.log = log;
    }

    public boolean isDecided(UUID caseId) {
        List<CaseFact> facts = log.cache().load(CaseFact.streamOf(caseId)).facts();
        return !facts.isEmpty() && !(facts.getLast() instanceof CaseOpened);
    }

    public Optional<CaseOpened> opened(UUID caseId) {
        String stream = CaseFact.streamOf(caseId);
        List<CaseFact> facts = log.cache().load(stream).facts();
        return facts.stream().findFirst().map(CaseOpened.class::cast);
    }
}
