package uk.vehicleregister.query.proof;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.seal.Published;
import uk.vehicleregister.query.seal.SealedLog;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.tile.StoredTree;

/// Makes the proof of an answer. What was recorded a moment ago is waited for, since it is sealed within seconds.
@Component
public class Proofs {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SealedLog sealed;
    private final AuditTrail trail;
    private final ErasureEvents erasures;

    Proofs(SealedLog sealed, AuditTrail trail, ErasureEvents erasures) {
        this.sealed = sealed;
        this.trail = trail;
        this.erasures = erasures;
    }

    /// @param stream the events the answer is made of, whole streams from their first versions on
    /// @param erased the keys of which the answer says that they were destroyed: the events that say so come along
    /// @throws NotSealedException when the sealer is not there in five seconds
    public Proof of(ProvenQuestion question, Collection<AuditTrail.Entry> stream, Set<UUID> erased) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        TreeMap<Long, RecordedEvent> events = new TreeMap<>();
        stream.forEach(entry -> events.put(entry.event().position(), entry.event()));
        // An erasure is recorded before its key is destroyed, and may be a moment on its way into the table.
        Map<UUID, Long> said = erasures.positionsOf(erased);
        while (said.size() < erased.size() && pause(deadline)) said = erasures.positionsOf(erased);
        for (long position : said.values()) trail.at(position).ifPresent(entry -> events.put(position, entry.event()));
        return over(question, List.copyOf(events.values()), deadline);
    }

    private Proof over(ProvenQuestion question, List<RecordedEvent> events, long deadline) {
        long last = events.isEmpty() ? -1 : events.getLast().position();
        Published latest = sealed.latest().orElse(null);
        while (latest == null || latest.size() <= last) {
            if (!pause(deadline)) throw new NotSealedException();
            latest = sealed.latest().orElse(null);
        }
        StoredTree tree = sealed.tree(latest);
        LeafHasher hasher = new LeafHasher();
        List<ProvenEvent> proven = events.stream()
                .map(event -> {
                    EventLeaf leaf = SealedLog.leaf(event);
                    if (!hasher.hash(leaf).equals(tree.leaf(event.position())))
                        throw new IllegalStateException(
                                "the event at " + event.position() + " is not the one that was sealed");
                    return ProvenEvent.of(
                            leaf, tree.inclusionProof(event.position()).path());
                })
                .toList();
        return new Proof(question, latest.keys(), latest.note().toString(), proven);
    }

    private static boolean pause(long deadline) {
        if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) return false;
        LockSupport.parkNanos(PAUSE.toNanos());
        return true;
    }
}
