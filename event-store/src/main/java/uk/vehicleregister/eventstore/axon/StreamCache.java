package uk.vehicleregister.eventstore.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import uk.vehicleregister.eventstore.axon.RecentStreams.Known;

/// Streams as far as this process knows them. An entry may be behind the log, never beside it: whether it still
/// holds is what the expected versions of the append tell (design.md 2), and what is behind is read on.
public final class StreamCache {

    private final EventStorageEngine engine;
    private final long maxEvents;
    private final RecentStreams known;

    /// `maxEvents` bounds the payloads kept over all streams; 0 keeps nothing.
    public StreamCache(EventStorageEngine engine, long maxEvents) {
        this.engine = engine;
        this.maxEvents = maxEvents;
        this.known = new RecentStreams(maxEvents);
    }

    public long maxEvents() {
        return maxEvents;
    }

    /// One stream; an absent one has version -1.
    public CachedStream load(String name) {
        Known remembered = known.get(name);
        if (remembered != null && !remembered.isBehind()) return remembered.stream();
        CachedStream read = remembered == null ? readWhole(name) : readOn(remembered.stream());
        keep(read);
        return read;
    }

    /// Every stream asked for is in the answer, an absent one with version -1. What is not known is read in one query.
    public Map<String, CachedStream> load(Collection<String> streams) {
        Map<String, CachedStream> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : Set.copyOf(streams)) {
            Known remembered = known.get(name);
            if (remembered == null || remembered.isBehind()) missing.add(name);
            else found.put(name, remembered.stream());
        }
        if (missing.isEmpty()) return found;
        read(missing).forEach((name, stream) -> {
            found.put(name, stream);
            keep(stream);
        });
        return found;
    }

    /// As the log has them now, in one query, and nothing is kept: for streams that are not likely to be asked for
    /// again soon.
    public Map<String, CachedStream> readPast(Collection<String> streams) {
        return read(streams.stream().distinct().toList());
    }

    public void evict(Collection<String> streams) {
        known.forget(streams);
    }

    /// The log has said that these have moved: what is known of them is read on from where it ends.
    public void markBehind(Collection<String> streams) {
        for (String name : streams) known.change(name, found -> found == null ? null : new Known(found.stream(), true));
    }

    /// The same of a stream that is known not to end before this version.
    public void markBehind(String name, long version) {
        known.change(
                name,
                found ->
                        found == null || found.stream().version() >= version ? found : new Known(found.stream(), true));
    }

    /// These payloads were appended, the last of them at `version`. An entry they do not follow is behind.
    public void advance(String name, long version, List<?> payloads) {
        long before = version - payloads.size();
        known.change(name, found -> {
            if (found == null)
                return before == -1 ? new Known(new CachedStream(name, version, List.copyOf(payloads)), false) : null;
            CachedStream stream = found.stream();
            if (stream.version() >= version) return found;
            return stream.version() == before
                    ? new Known(extended(stream, version, payloads), false)
                    : new Known(stream, true);
        });
    }

    private static CachedStream extended(CachedStream stream, long version, List<?> payloads) {
        List<Object> all = new ArrayList<>(stream.payloads().size() + payloads.size());
        all.addAll(stream.payloads());
        all.addAll(payloads);
        return new CachedStream(stream.name(), version, all);
    }

    private void keep(CachedStream read) {
        known.change(
                read.name(),
                found -> found != null && !found.isBehind() && found.stream().version() > read.version()
                        ? found
                        : new Known(read, false));
    }

    private CachedStream readWhole(String name) {
        return engine instanceof PostgresEventStorageEngine postgres ? postgres.readWhole(name) : readByAxon(name);
    }

    /// From the last event known on: where the log has another in its place, as after a restore, all is read anew.
    private CachedStream readOn(CachedStream stream) {
        if (!(engine instanceof PostgresEventStorageEngine postgres) || stream.version() < 0)
            return readWhole(stream.name());
        CachedStream rest = postgres.readAfter(stream.name(), stream.version() - 1);
        int more = rest.payloads().size() - 1;
        boolean goesOn = more >= 0
                && rest.version() == stream.version() + more
                && rest.payloads().getFirst().equals(stream.payloads().getLast());
        if (!goesOn) return readWhole(stream.name());
        return extended(stream, rest.version(), rest.payloads().subList(1, more + 1));
    }

    private Map<String, CachedStream> read(List<String> streams) {
        if (engine instanceof PostgresEventStorageEngine postgres) return postgres.readWhole(streams);
        Map<String, CachedStream> read = new HashMap<>();
        for (String name : streams) read.put(name, readByAxon(name));
        return read;
    }

    private CachedStream readByAxon(String name) {
        List<Object> payloads = new ArrayList<>();
        var events = engine.readEvents(name);
        events.forEachRemaining(message -> payloads.add(message.getPayload()));
        Long last = events.getLastSequenceNumber();
        return new CachedStream(name, last == null ? -1 : last, payloads);
    }
}
