package uk.vehicleregister.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;

/// From what the log holds to facts, for those families a projection reads.
public final class Decoding {

    private static final String TRANSACTION = "transactionId";

    record Metadata(
            UUID transactionId,
            @Nullable String role,
            @Nullable String actor,
            @Nullable Boolean aside,
            @Nullable String reviewedBy,
            @Nullable String appliedBy,
            @Nullable String appliedAs) {

        Noted.@Nullable Actor by() {
            return role == null || actor == null
                    ? null
                    : new Noted.Actor(
                            role, actor, Boolean.TRUE.equals(aside), reviewedBy, applicant(appliedAs, appliedBy));
        }
    }

    private Decoding() {}

    /// Every event of a transaction carries the token of its end, and positions have no gaps: so the own position is
    /// counted back from there.
    static List<Noted> messages(List<? extends EventMessage<?>> messages, Projection projection) {
        List<Noted> noted = new ArrayList<>(messages.size());
        long end = -1;
        long position = -1;
        for (int i = messages.size() - 1; i >= 0; i--) {
            EventMessage<?> message = messages.get(i);
            long token = endOfTransaction(message);
            position = token == end ? position - 1 : token;
            end = token;
            try {
                if (!isOneOf(projection.families(), message.getPayloadType())) continue;
                Noted.Actor actor = actor(message.getMetaData());
                if (actor != null && actor.aside() && !isOneOf(projection.familiesAside(), message.getPayloadType()))
                    continue;
                noted.add(new Noted(
                        position,
                        message.getTimestamp(),
                        UUID.fromString(String.valueOf(message.getMetaData().get(TRANSACTION))),
                        actor,
                        (Fact) message.getPayload()));
            } catch (RuntimeException e) {
                throw new UnreadableEventException(position, "from the stream", e);
            }
        }
        return noted.reversed();
    }

    /// Whether the projection has anything to do with the event. With one it cannot read it has: it must stop there.
    static boolean concerns(RecordedEvent event, Projection projection) {
        try {
            Class<? extends Fact> type = EventCatalogue.classOf(event.type());
            if (!isOneOf(projection.families(), type)) return false;
            if (isOneOf(projection.familiesAside(), type)) return true;
            Noted.Actor actor = EventJson.read(event.metadata(), Metadata.class).by();
            return actor == null || !actor.aside();
        } catch (RuntimeException e) {
            return true;
        }
    }

    /// Straight from the log. Throws at an event it cannot read, and says where it is.
    public static List<Noted> events(List<RecordedEvent> events, Set<Class<? extends Fact>> families) {
        List<Noted> noted = new ArrayList<>(events.size());
        String text = "";
        Metadata metadata = null;
        for (RecordedEvent event : events) {
            try {
                Class<? extends Fact> type = EventCatalogue.classOf(event.type());
                if (!isOneOf(families, type)) continue;
                // events of one transaction have the same
                if (metadata == null || !event.metadata().equals(text)) {
                    metadata = EventJson.read(event.metadata(), Metadata.class);
                    text = event.metadata();
                }
                noted.add(new Noted(
                        event.position(),
                        event.recordedAt(),
                        metadata.transactionId(),
                        metadata.by(),
                        EventJson.readFact(event.type(), event.revision(), event.payload())));
            } catch (RuntimeException e) {
                throw new UnreadableEventException(event.position(), event.type(), e);
            }
        }
        return noted;
    }

    /// Those of the families.
    static List<Noted> of(List<Noted> noted, Set<Class<? extends Fact>> families) {
        return noted.stream()
                .filter(one -> isOneOf(families, one.fact().getClass()))
                .toList();
    }

    private static Noted.@Nullable Actor actor(Map<String, ?> metadata) {
        Object role = metadata.get("role");
        Object actor = metadata.get("actor");
        if (role == null || actor == null) return null;
        return new Noted.Actor(
                role.toString(),
                actor.toString(),
                Boolean.TRUE.equals(metadata.get("aside")),
                text(metadata.get("reviewedBy")),
                applicant(text(metadata.get("appliedAs")), text(metadata.get("appliedBy"))));
    }

    private static Noted.@Nullable Applicant applicant(@Nullable String role, @Nullable String id) {
        return role == null || id == null ? null : new Noted.Applicant(role, id);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static boolean isOneOf(Set<Class<? extends Fact>> families, Class<?> type) {
        return families.stream().anyMatch(family -> family.isAssignableFrom(type));
    }

    private static long endOfTransaction(EventMessage<?> message) {
        TrackedEventMessage<?> tracked = (TrackedEventMessage<?>) message;
        return ((GlobalSequenceTrackingToken) tracked.trackingToken()).getGlobalIndex();
    }
}
