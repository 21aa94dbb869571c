package uk.vehicleregister.eventstore.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// Streams as far as this process knows them. An entry may be behind the log, never beside it: whether it still
/// holds is what the expected versions of the append tell (design.md 2), and what is stale is evicted and read
/// again.
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
    public CachedStream load(String stream) {
        CachedStream found = known.get(stream);
        if (found != null) return found;
        CachedStream read =
                engine instanceof PostgresEventStorageEngine postgres ? postgres.readWhole(stream) : readByAxon(stream);
        keep(read);
        return read;
    }

    /// Every stream asked for is in the answer, an absent one with version -1. What is not known is read in one query.
    public Map<String, CachedStream> load(Collection<String> streams) {
        Map<String, CachedStream> found = known.all(streams);
        List<String> missing = streams.stream()
                .filter(name -> !found.containsKey(name))
                .distinct()
                .toList();
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

    /// These payloads were appended, the last of them at `version`. An entry they do not follow is dropped.
    public void advance(String name, long version, List<?> payloads) {
        long before = version - payloads.size();
        known.change(name, stream -> {
            if (stream == null) return before == -1 ? new CachedStream(name, version, List.copyOf(payloads)) : null;
            if (stream.version() >= version) return stream;
            return stream.version() == before ? extended(stream, version, payloads) : null;
        });
    }

    private static CachedStream extended(CachedStream stream, long version, List<?> payloads) {
        List<Object> all = new ArrayList<>(stream.payloads().size() + payloads.size());
        all.addAll(stream.payloads());
        all.addAll(payloads);
        return new CachedStream(stream.name(), version, all);
    }

    private void keep(CachedStream read) {
        known.change(read.name(), stream -> stream != null && stream.version() >= read.version() ? stream : read);
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
