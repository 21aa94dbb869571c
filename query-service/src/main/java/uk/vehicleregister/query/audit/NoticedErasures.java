package uk.vehicleregister.query.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Remembers which keys an answer calls erased, so that its proof can bring along what says so. For one answer.
public final class NoticedErasures implements AuditTrail.Erased {

    private final AuditTrail.Erased known;
    private final Set<UUID> noticed = new HashSet<>();

    public NoticedErasures(AuditTrail.Erased known) {
        this.known = known;
    }

    @Override
    public Set<UUID> among(Set<UUID> keys) {
        if (keys.isEmpty()) return Set.of();
        Set<UUID> found = known.among(keys);
        noticed.addAll(found);
        return found;
    }

    public Set<UUID> noticed() {
        return Set.copyOf(noticed);
    }
}
