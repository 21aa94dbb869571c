package uk.vehicleregister.command.erasure;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.OutcomeUnknownException;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.KeyEraser;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.PersonErased;

/// Carries out what erasures say. They are the list of work: what a crash left undone is done at the next start,
/// before anybody is answered; what a restored backup brought back is destroyed again.
public final class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int PAGE = 1_000;

    private final @Nullable KeyEraser eraser;

    /// @param eraser absent where this service has no login that may destroy keys
    public Erasures(@Nullable KeyEraser eraser) {
        this.eraser = eraser;
    }

    public boolean areSetUp() {
        return eraser != null;
    }

    /// To be called before the service answers anybody.
    public void makeUp(EventLogReader log) {
        if (eraser == null) return;
        int restored = eraser.eraseListed();
        if (restored > 0)
            LOG.warn(
                    "{} keys of erased people were there again, as after a restore or a crash, and are destroyed",
                    restored);
        int left = 0;
        List<RecordedEvent> page = log.named(ErasureFact.PREFIX, null, PAGE);
        while (!page.isEmpty()) {
            left += eraser.erase(keysIn(page));
            page = log.named(ErasureFact.PREFIX, page.getLast(), PAGE);
        }
        if (left > 0) LOG.warn("{} keys of people whose erasure was cut off are destroyed now", left);
    }

    /// Once it returns nobody can read what was sealed under these keys. The erasure is recorded already: if this
    /// fails it will be done later, and the sender cannot be told so yet.
    public void carryOut(Collection<UUID> keyIds) {
        try {
            destroyNamed(keyIds);
        } catch (LogUnavailableException | UncheckedIOException e) {
            throw new OutcomeUnknownException("The erasure is recorded, and its keys are not destroyed yet", e);
        }
    }

    void destroyNamed(Collection<UUID> keyIds) {
        if (eraser == null) throw new IllegalStateException("Nobody may destroy keys here");
        eraser.erase(keyIds);
    }

    /// What nobody needs any more and no person asked about; a restored register comes to destroy it again by
    /// itself.
    void destroyUnneeded(Collection<UUID> keyIds) {
        if (eraser == null) throw new IllegalStateException("Nobody may destroy keys here");
        eraser.destroy(keyIds);
    }

    private static List<UUID> keysIn(List<RecordedEvent> events) {
        List<UUID> keys = new ArrayList<>(events.size());
        for (RecordedEvent event : events)
            if (EventJson.readFact(event.type(), event.revision(), event.payload()) instanceof PersonErased erased)
                keys.add(erased.keyId());
        return keys;
    }
}
