package uk.vehicleregister.query.projection;

import java.util.List;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// Runs events straight from the log through a projection, without a processor.
public final class Replay {

    private final RowSessions sessions;

    public Replay(RowSessions sessions) {
        this.sessions = sessions;
    }

    /// What of these events the projection reads. Needs no transaction, so it may be done beforehand.
    public List<Noted> decode(Projection projection, List<RecordedEvent> events) {
        return Decoding.events(events, projection.families());
    }

    /// Call inside a transaction, with whole transactions of the log.
    public void project(Projection projection, List<Noted> noted) {
        if (!noted.isEmpty()) sessions.use(rows -> projection.project(noted, rows));
    }
}
