package uk.vehicleregister.query.projection;

import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Hands a projection the whole batch of a unit of work at once, so that it can fold it in memory and write each
/// row once (reference/performance.md: row by row is ten times slower).
final class ProjectionInvoker implements EventHandlerInvoker {

    private final Projection projection;
    private final RowSessions sessions;
    private final Positions positions;

    ProjectionInvoker(Projection projection, RowSessions sessions, Positions positions) {
        this.projection = projection;
        this.sessions = sessions;
        this.positions = positions;
    }

    /// Events of other families too: a skipped event would leave the token behind until the processor next looks up.
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        if (!(unit instanceof BatchingUnitOfWork<?> batch))
            throw new IllegalStateException("A projection is driven by batches only");
        if (!batch.isFirstMessage(event)) return;
        unit.afterCommit(_ -> positions.moved());
        List<Noted> noted = Decoding.messages(
                batch.getMessages().stream().map(m -> (EventMessage<?>) m).toList(), projection);
        if (!noted.isEmpty()) sessions.use(rows -> projection.projectLive(noted, rows));
    }
}
