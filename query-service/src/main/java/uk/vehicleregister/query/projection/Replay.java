package uk.vehicleregister.query.projection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.Fact;

/// Runs events straight from the log through a projection, without a processor.
public final class Replay {

    private final RowSessions sessions;

    public Replay(RowSessions sessions) {
        this.sessions = sessions;
    }

    /// What of these events one or another of the projections reads. Needs no transaction, so it may be done
    /// beforehand.
    public List<Noted> decode(Collection<Projection> projections, List<RecordedEvent> events) {
        Set<Class<? extends Fact>> families = new HashSet<>();
        projections.forEach(projection -> families.addAll(projection.families()));
        return Decoding.events(events, families);
    }

    /// Takes from what was decoded what this projection reads. Call inside a transaction, with whole transactions of
    /// the log.
    public void project(Projection projection, List<Noted> noted) {
        List<Noted> its = Decoding.of(noted, projection.families());
        if (!its.isEmpty()) sessions.use(rows -> projection.project(its, rows));
    }
}
