package uk.vehicleregister.eventstore.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The streams used last, as many as there is room for. By recency and not by frequency: a vehicle that was sold a
/// moment ago is asked about again, and one that was sold often last year is not. For any number of threads.
final class RecentStreams {

    private final long room;
    private final LinkedHashMap<String, CachedStream> streams = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /// A stream takes room for each of its events and for itself.
    RecentStreams(long room) {
        this.room = room;
    }

    synchronized @Nullable CachedStream get(String name) {
        return streams.get(name);
    }

    /// Those of these that are known.
    synchronized Map<String, CachedStream> all(Collection<String> names) {
        Map<String, CachedStream> found = new HashMap<>();
        for (String name : names) {
            CachedStream stream = streams.get(name);
            if (stream != null) found.put(name, stream);
        }
        return found;
    }

    /// Puts in place of what is known of a stream, nothing included, what the change makes of it.
    synchronized void change(String name, UnaryOperator<@Nullable CachedStream> change) {
        CachedStream before = streams.get(name);
        CachedStream after = change.apply(before);
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
            CachedStream stream = streams.remove(name);
            if (stream != null) taken -= size(stream);
        }
    }

    private void makeRoom() {
        Iterator<CachedStream> oldest = streams.values().iterator();
        while (taken > room) {
            taken -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(CachedStream stream) {
        return 1 + stream.payloads().size();
    }
}
