package uk.vehicleregister.command.erasure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.process.Process;
import uk.vehicleregister.command.process.RecordedFact;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.event.Fact;

/// The rows of a batch and the application of a case are kept, sealed, as they were sent, until they are worked or
/// decided. Then nobody needs them, and they name people nobody could find in them: their keys are destroyed.
@Component
final class WhenApplicationIsDoneThenForgetIt implements Process {

    private final Erasures erasures;
    private final Duration after;
    private final Map<UUID, UUID> keys = new HashMap<>();
    private final Map<UUID, Long> due = new HashMap<>();

    /// @param after so long whoever is still at work on it may read it
    WhenApplicationIsDoneThenForgetIt(
            Erasures erasures, @Value("${register.applications.forget-after:1m}") Duration after) {
        this.erasures = erasures;
        this.after = after;
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                BatchRowsReceived.class, BatchEnded.class, CaseOpened.class, CaseAccepted.class, CaseRefused.class);
    }

    @Override
    public synchronized void on(RecordedFact recorded) {
        switch (recorded.fact()) {
            case BatchRowsReceived f -> keys.put(f.batchId(), f.items().keyId());
            case CaseOpened f -> keys.put(f.caseId(), f.request().keyId());
            case BatchEnded f -> done(f.batchId());
            case CaseAccepted f -> done(f.caseId());
            case CaseRefused f -> done(f.caseId());
            default -> throw new IllegalStateException("not asked for");
        }
    }

    private void done(UUID application) {
        UUID key = keys.remove(application);
        if (key != null) due.put(key, System.nanoTime() + after.toNanos());
    }

    @Override
    public void work() {
        List<UUID> now = due();
        if (now.isEmpty() || !erasures.areSetUp()) return;
        erasures.destroyUnneeded(now);
        forget(now);
    }

    private synchronized List<UUID> due() {
        long now = System.nanoTime();
        return due.entrySet().stream()
                .filter(key -> now - key.getValue() >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized void forget(List<UUID> destroyed) {
        destroyed.forEach(due::remove);
    }
}
