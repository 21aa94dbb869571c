package uk.vehicleregister.eventstore.axon;

import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import uk.vehicleregister.eventstore.log.SnapshotStore.Snapshot;

/// A snapshot in Axon's form and in the log's.
final class StoredSnapshot {

    private StoredSnapshot() {}

    static DomainEventData<?> read(Snapshot snapshot) {
        return new GenericDomainEventEntry<>(
                StoredEvent.family(snapshot.stream()),
                snapshot.stream(),
                snapshot.version(),
                snapshot.eventId().toString(),
                snapshot.recordedAt(),
                snapshot.type(),
                snapshot.revision(),
                snapshot.payload(),
                snapshot.metadata());
    }

    static Snapshot of(DomainEventMessage<?> message, Serializer serializer) {
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        return new Snapshot(
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                message.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                message.serializeMetaData(serializer, String.class).getData());
    }
}
