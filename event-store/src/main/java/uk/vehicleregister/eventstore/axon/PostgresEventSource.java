package uk.vehicleregister.eventstore.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
import uk.vehicleregister.eventstore.log.LogWindow;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// Feeds tracking processors from the log. Every event of a transaction carries the token of the transaction's end, and
/// Axon keeps events of one token in one batch, so no processor commits half a transaction.
public class PostgresEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventLogReader reader;
    private final LogTail tail;
    private final LogWindow window;
    private final Predicate<RecordedEvent> relevant;
    private final Serializer serializer;
    private final EventUpcaster upcasterChain;

    public PostgresEventSource(EventLogReader reader, LogTail tail, Serializer serializer) {
        this(reader, tail, serializer, NoOpEventUpcaster.INSTANCE);
    }

    public PostgresEventSource(
            EventLogReader reader, LogTail tail, Serializer serializer, EventUpcaster upcasterChain) {
        this(reader, tail, new LogWindow(reader), _ -> true, serializer, upcasterChain);
    }

    private PostgresEventSource(
            EventLogReader reader,
            LogTail tail,
            LogWindow window,
            Predicate<RecordedEvent> relevant,
            Serializer serializer,
            EventUpcaster upcasterChain) {
        this.reader = reader;
        this.tail = tail;
        this.window = window;
        this.relevant = relevant;
        this.serializer = serializer;
        this.upcasterChain = upcasterChain;
    }

    /// The same log for a reader whom only transactions with a relevant event concern: the others are passed over, but
    /// for one now and then that lets its token move. What this reads it shares with the source it is made from.
    public PostgresEventSource only(Predicate<RecordedEvent> relevant) {
        return new PostgresEventSource(reader, tail, window, relevant, serializer, upcasterChain);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new LogStream(window, tail, relevant, serializer, upcasterChain, position(trackingToken));
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
        return transactions(wholeTransactions).stream()
                .flatMap(transaction -> transaction.stream()
                        .map(event ->
                                StoredEvent.tracked(event, transaction.getLast().position())))
                .toList();
    }

    static List<List<RecordedEvent>> transactions(List<RecordedEvent> whole) {
        List<List<RecordedEvent>> transactions = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < whole.size(); i++) {
            if (!whole.get(i).endsTransaction()) continue;
            transactions.add(whole.subList(start, i + 1));
            start = i + 1;
        }
        return transactions;
    }
}
