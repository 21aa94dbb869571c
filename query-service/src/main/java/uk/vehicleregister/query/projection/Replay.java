package uk.vehicleregister.query.projection;

import java.util.List;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// Runs events straight from the log through a projection, without a processor.
public final class Replay {

    private final RowSessions sessions;

    public Replay(RowSessions sessions) {
        this.sessions = sessions;
    }

    /// Call inside a transaction, with whole transactions of the log.
    public void project(Projection projection, List<RecordedEvent> events) {
        List<Noted> noted = Decoding.events(events, projection.families());
        if (!noted.isEmpty()) sessions.use(rows -> projection.project(noted, rows));
    }
}
