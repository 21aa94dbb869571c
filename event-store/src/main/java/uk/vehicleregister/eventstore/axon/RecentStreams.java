package uk.vehicleregister.eventstore.axon;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The streams used last, as many as there is room for. By recency and not by frequency: a vehicle that was sold a
/// moment ago is asked about again, and one that was sold often last year is not. For any number of threads.
final class RecentStreams {

    private final long room;
    private final LinkedHashMap<String, Known> streams = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /// @param isBehind the log is known, or believed, to go on
    record Known(CachedStream stream, boolean isBehind) {}

    /// A stream takes room for each of its events and for itself.
    RecentStreams(long room) {
        this.room = room;
    }

    synchronized @Nullable Known get(String name) {
        return streams.get(name);
    }

    /// Puts in place of what is known of a stream, nothing included, what the change makes of it.
    synchronized void change(String name, UnaryOperator<@Nullable Known> change) {
        Known before = streams.get(name);
        Known after = change.apply(before);
        if (before != null) taken -= size(before);
        if (after == null) {
            streams.remove(name);
            return;
        }
        streams.put(name, after);
        taken += size(after);
        makeRoom();
    }

    synchronized void forget(Collection<String> names) {
        for (String name : names) {
            Known known = streams.remove(name);
            if (known != null) taken -= size(known);
        }
    }

    private void makeRoom() {
        Iterator<Known> oldest = streams.values().iterator();
        while (taken > room) {
            taken -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(Known known) {
        return 1 + known.stream().payloads().size();
    }
}
