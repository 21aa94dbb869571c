package uk.vehicleregister.query.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;

/// Whether a projection has anything to do with an event. With one it cannot read it has: it must stop there. It is
/// asked of every event of the log, so what is known of a type, or of a transaction, is not worked out again.
final class Interest implements Predicate<RecordedEvent> {

    private enum InType {
        NONE,
        ANY,
        UNLESS_ASIDE
    }

    /// All events of a transaction say the same of it.
    private record Transaction(String metadata, boolean aside) {}

    private final Projection projection;
    private final Map<String, InType> types = new ConcurrentHashMap<>();
    private volatile Transaction latest = new Transaction("", false);

    Interest(Projection projection) {
        this.projection = projection;
    }

    @Override
    public boolean test(RecordedEvent event) {
        try {
            return switch (types.computeIfAbsent(event.type(), this::inType)) {
                case NONE -> false;
                case ANY -> true;
                case UNLESS_ASIDE -> !isAside(event.metadata());
            };
        } catch (RuntimeException e) {
            return true;
        }
    }

    private InType inType(String name) {
        Class<? extends Fact> type = EventCatalogue.classOf(name);
        if (!Decoding.isOneOf(projection.families(), type)) return InType.NONE;
        return Decoding.isOneOf(projection.familiesAside(), type) ? InType.ANY : InType.UNLESS_ASIDE;
    }

    private boolean isAside(String metadata) {
        Transaction known = latest;
        if (!known.metadata().equals(metadata)) {
            Noted.Actor actor =
                    EventJson.read(metadata, Decoding.Metadata.class).by();
            known = new Transaction(metadata, actor != null && actor.aside());
            latest = known;
        }
        return known.aside();
    }
}
