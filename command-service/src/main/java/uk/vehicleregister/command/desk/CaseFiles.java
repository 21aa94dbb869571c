package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.CaseOpened;

/// Looks a case up before a decision is taken; the decision itself reads it again with its version.
public final class CaseFiles {

    private final LogAccess log;

    CaseFiles(LogAccess log) {
        this.log = log;
    }

    public Optional<CaseOpened> opened(UUID caseId) {
        String stream = CaseFact.streamOf(caseId);
        CachedStream facts = log.cache().load(List.of(stream)).get(stream);
        return facts == null || facts.payloads().isEmpty()
                ? Optional.empty()
                : Optional.of((CaseOpened) facts.payloads().getFirst());
    }
}
