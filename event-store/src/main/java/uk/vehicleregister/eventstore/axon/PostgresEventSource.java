package uk.vehicleregister.eventstore.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.LogTail;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// Feeds tracking processors from the log. Every event of a transaction carries the token of the
/// transaction's
/// end, and Axon keeps events of one token in one batch, so no processor commits half a transaction.
public class PostgresEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventLogReader reader;
    private final LogTail tail;
    private final Serializer serializer;
    private final EventUpcaster upcasterChain;

    public PostgresEventSource(EventLogReader reader, LogTail tail, Serializer serializer) {
        this(reader, tail, serializer, NoOpEventUpcaster.INSTANCE);
    }

    public PostgresEventSource(
            EventLogReader reader, LogTail tail, Serializer serializer, EventUpcaster upcasterChain) {
        this.reader = reader;
        this.tail = tail;
        this.serializer = serializer;
        this.upcasterChain = upcasterChain;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new LogStream(reader, tail, serializer, upcasterChain, position(trackingToken));
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.lastPosition());
    }

    /// After everything recorded before that time.
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.lastPositionBefore(dateTime));
    }

    static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> EventLogReader.BEFORE_FIRST;
            case GlobalSequenceTrackingToken here -> here.getGlobalIndex();
            default ->
                throw new IllegalArgumentException("A token of the log is a position, not a " + token.getClass());
        };
    }

    /// Each event with the token of its transaction's end.
    static List<TrackedEventData<String>> tracked(List<RecordedEvent> wholeTransactions) {
        List<TrackedEventData<String>> tracked = new ArrayList<>(wholeTransactions.size());
        int start = 0;
        for (int i = 0; i < wholeTransactions.size(); i++) {
            if (!wholeTransactions.get(i).endsTransaction()) continue;
            long end = wholeTransactions.get(i).position();
            for (; start <= i; start++) tracked.add(StoredEvent.tracked(wholeTransactions.get(start), end));
        }
        return tracked;
    }
}
