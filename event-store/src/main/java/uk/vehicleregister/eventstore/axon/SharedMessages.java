package uk.vehicleregister.eventstore.axon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// The messages made of the transactions read last, for all readers of a process: Axon decodes a message when it is
/// first looked into and remembers the outcome, so what one reader has decoded the others need not. Any number of
/// threads; holds a few thousand messages.
final class SharedMessages {

    private static final int HELD = 4_000;

    private final Function<List<RecordedEvent>, List<TrackedEventMessage<?>>> made;

    /// By the position of the transaction's end.
    private final SequencedMap<Long, List<TrackedEventMessage<?>>> known = new LinkedHashMap<>();

    private int held;

    SharedMessages(Function<List<RecordedEvent>, List<TrackedEventMessage<?>>> made) {
        this.made = made;
    }

    synchronized List<TrackedEventMessage<?>> of(List<RecordedEvent> transaction) {
        long end = transaction.getLast().position();
        List<TrackedEventMessage<?>> before = known.get(end);
        if (before != null) return before;
        List<TrackedEventMessage<?>> messages = made.apply(transaction);
        while (held + messages.size() > HELD && !known.isEmpty())
            held -= known.pollFirstEntry().getValue().size();
        known.put(end, messages);
        held += messages.size();
        return messages;
    }
}
