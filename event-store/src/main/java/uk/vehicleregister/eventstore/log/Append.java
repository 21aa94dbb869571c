package uk.vehicleregister.eventstore.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.vault.WrappedKey;

/// One item for the log, all or nothing. Each part may be empty: an append of nothing but expected versions
/// confirms that they are current.
///
/// @param events in order; versions of one stream follow each other without a gap
/// @param expectedVersions last version of every stream read, -1 when it was absent. A stream that is written
/// without having been named here is expected to end right before its first new event
public record Append(
        List<NewEvent> events,
        Map<String, Long> expectedVersions,
        @Nullable NewReceipt receipt,
        List<WrappedKey> dataKeys,
        List<Attempt> attempts) {

    public Append {
        events = List.copyOf(events);
        expectedVersions = withStreamsWritten(events, expectedVersions);
        dataKeys = List.copyOf(dataKeys);
        attempts = List.copyOf(attempts);
    }

    /// Nothing but events.
    public static Append of(List<NewEvent> events) {
        return new Append(events, Map.of(), null, List.of(), List.of());
    }

    private static Map<String, Long> withStreamsWritten(List<NewEvent> events, Map<String, Long> read) {
        Map<String, Long> expected = new HashMap<>(read);
        Map<String, Long> last = new HashMap<>();
        for (NewEvent event : events) {
            long previous = last.getOrDefault(
                    event.stream(), expected.computeIfAbsent(event.stream(), _ -> event.version() - 1));
            if (event.version() != previous + 1 || event.version() < 0)
                throw new IllegalArgumentException("Version " + event.version() + " does not follow " + previous);
            last.put(event.stream(), event.version());
        }
        return Map.copyOf(expected);
    }

    @Override
    public String toString() {
        return "Append[" + events + "]";
    }
}
