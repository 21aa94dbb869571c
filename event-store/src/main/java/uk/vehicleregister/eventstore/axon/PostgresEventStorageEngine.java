package uk.vehicleregister.eventstore.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.log.SnapshotStore;
import uk.vehicleregister.eventstore.log.StreamReads;

/// Axon's storage on the log. All events of a unit of work, and what `PendingAppend` holds beside them, become one
/// append; the event's own time is not kept, the log's is. Tailing goes through PostgresEventSource, not through
/// here.
public class PostgresEventStorageEngine extends AbstractEventStorageEngine {

    private static final int PAGE = 1_000;

    private final EventLogWriter writer;
    private final EventLogReader reader;
    private final StreamReads streams;
    private final @Nullable SnapshotStore snapshots;

    protected PostgresEventStorageEngine(Builder builder) {
        super(builder);
        writer = demanded(builder.writer, "writer");
        reader = demanded(builder.reader, "reader");
        streams = new StreamReads(reader, Math.max(2, Runtime.getRuntime().availableProcessors()));
        snapshots = builder.snapshots;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) return;
        List<NewEvent> recorded = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) recorded.add(newEvent(event, serializer));
        if (!CurrentUnitOfWork.isStarted()) {
            demandAppended(writer.append(Append.of(recorded)));
            return;
        }
        PendingAppend pending = PendingAppend.of(CurrentUnitOfWork.get());
        AppendOutcome outcome = writer.append(pending.begin(recorded));
        pending.end(outcome);
        demandAppended(outcome);
    }

    /// What a unit of work with these events would append, for whoever appends many at once by hand.
    public Append prepared(PendingAppend pending, List<? extends EventMessage<?>> events) {
        return pending.begin(events.stream()
                .map(event -> newEvent(event, getEventSerializer()))
                .toList());
    }

    private static void demandAppended(AppendOutcome outcome) {
        if (!(outcome instanceof AppendOutcome.Appended)) throw new AppendRefusedException(outcome);
    }

    private static NewEvent newEvent(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event))
            throw new IllegalArgumentException(
                    "Every event belongs to a stream; this one does not: " + message.getPayloadType());
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                event.serializeMetaData(serializer, String.class).getData());
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String stream, long firstVersion) {
        return reader.stream(stream, firstVersion).stream().map(StoredEvent::new);
    }

    /// Several streams whole, in one query; payloads after upcasting.
    Map<String, CachedStream> readWhole(Collection<String> names) {
        Map<String, CachedStream> found = HashMap.newHashMap(names.size());
        reader.streams(names).forEach((stream, events) -> found.put(stream, decoded(stream, events)));
        return found;
    }

    /// One stream whole, in one query with those that others want at the same moment.
    CachedStream readWhole(String stream) {
        return readAfter(stream, -1);
    }

    /// The same, of what follows that version.
    CachedStream readAfter(String stream, long version) {
        return decoded(stream, streams.read(stream, version));
    }

    private CachedStream decoded(String stream, List<RecordedEvent> events) {
        List<Object> payloads = new ArrayList<>(events.size());
        EventStreamUtils.upcastAndDeserializeDomainEvents(
                        events.stream().map(StoredEvent::new), getEventSerializer(), upcasterChain)
                .forEachRemaining(message -> payloads.add(message.getPayload()));
        long version = events.isEmpty() ? -1 : events.getLast().version();
        return new CachedStream(stream, version, payloads);
    }

    /// The log from a token on to its present end; never waits.
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        reader.after(PostgresEventSource.position(token), PAGE),
                        page -> !page.isEmpty(),
                        page -> reader.after(page.getLast().position(), PAGE))
                .flatMap(page -> PostgresEventSource.tracked(page).stream());
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return snapshots == null
                ? Stream.empty()
                : snapshots.latest(stream).stream().map(StoredSnapshot::read);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        if (snapshots == null)
            throw new IllegalStateException("Snapshots are off: this engine was given no store for them");
        snapshots.store(StoredSnapshot.of(snapshot, serializer));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.ofNullable(reader.versions(List.of(stream)).get(stream)).filter(version -> version >= 0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.lastPosition());
    }

    private static <T> T demanded(@Nullable T part, String name) {
        if (part == null) throw new AxonConfigurationException("The storage engine needs a " + name);
        return part;
    }

    /// Snapshots stay off unless a store for them is given.
    public static final class Builder extends AbstractEventStorageEngine.Builder {

        private @Nullable EventLogWriter writer;
        private @Nullable EventLogReader reader;
        private @Nullable SnapshotStore snapshots;

        public Builder writer(EventLogWriter writer) {
            this.writer = writer;
            return this;
        }

        public Builder reader(EventLogReader reader) {
            this.reader = reader;
            return this;
        }

        public Builder snapshots(SnapshotStore snapshots) {
            this.snapshots = snapshots;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(snapshotSerializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        public PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }
}
