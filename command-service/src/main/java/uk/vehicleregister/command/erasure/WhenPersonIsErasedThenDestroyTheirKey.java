package uk.vehicleregister.command.erasure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.process.Process;
import uk.vehicleregister.command.process.RecordedFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PersonErased;

/// The request that erased somebody destroys the key itself; this sees to it when that failed, here or in a service
/// that ended meanwhile.
@Component
final class WhenPersonIsErasedThenDestroyTheirKey implements Process {

    private final Erasures erasures;
    private final Set<UUID> due = new LinkedHashSet<>();

    WhenPersonIsErasedThenDestroyTheirKey(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(PersonErased.class);
    }

    @Override
    public synchronized void on(RecordedFact fact) {
        if (fact.fact() instanceof PersonErased erased) due.add(erased.keyId());
    }

    @Override
    public void work() {
        List<UUID> now = due();
        if (now.isEmpty() || !erasures.areSetUp()) return;
        erasures.destroyNamed(now);
        done(now);
    }

    private synchronized List<UUID> due() {
        return List.copyOf(due);
    }

    private synchronized void done(List<UUID> keys) {
        keys.forEach(due::remove);
    }
}
