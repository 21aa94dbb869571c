package uk.vehicleregister.eventstore.axon;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// A recorded event in the form that Axon reads. Axon's aggregate type is the stream's family: what stands before the
/// first dash.
record StoredEvent(RecordedEvent event) implements DomainEventData<String> {

    static TrackedEventData<String> tracked(RecordedEvent event, long transactionEnd) {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(transactionEnd), new StoredEvent(event));
    }

    static String family(String stream) {
        int dash = stream.indexOf('-');
        return dash < 0 ? stream : stream.substring(0, dash);
    }

    @Override
    public String getType() {
        return family(event.stream());
    }

    @Override
    public String getAggregateIdentifier() {
        return event.stream();
    }

    @Override
    public long getSequenceNumber() {
        return event.version();
    }

    @Override
    public String getEventIdentifier() {
        return event.eventId().toString();
    }

    @Override
    public Instant getTimestamp() {
        return event.recordedAt();
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(event.metadata(), String.class);
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(event.payload(), String.class, event.type(), event.revision());
    }
}
