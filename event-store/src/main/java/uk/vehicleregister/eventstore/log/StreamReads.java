package uk.vehicleregister.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Reads streams for many callers in few statements. Who comes while as many statements as may be are under way
/// waits for the next one, which reads for all who wait then: no timer, and alone it is one statement in the caller's
/// own thread. A statement begins after each of its callers asked, so nobody is answered with what was true before.
public final class StreamReads {

    private static final int MOST_STREAMS = 64;

    private record Wanted(String stream, long after, CompletableFuture<List<RecordedEvent>> answer) {}

    private final EventLogReader reader;
    private final int mostStatements;
    private final Queue<Wanted> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /// @param mostStatements at once, each of which takes a connection
    public StreamReads(EventLogReader reader, int mostStatements) {
        this.reader = reader;
        this.mostStatements = mostStatements;
    }

    /// What follows that version, -1 for all, in the order of versions; nothing for a stream that is absent. Blocks;
    /// throws LogUnavailableException.
    public List<RecordedEvent> read(String stream, long after) {
        Wanted wanted = new Wanted(stream, after, new CompletableFuture<>());
        waiting.add(wanted);
        serve();
        return await(wanted);
    }

    /// One statement for all who wait. Whoever came meanwhile is not made to wait for this caller, nor it for them.
    private void serve() {
        if (waiting.isEmpty() || !begin()) return;
        try {
            read(next());
        } finally {
            underWay.decrementAndGet();
        }
        // after the count, so that whoever could not begin because of it is seen here
        if (!waiting.isEmpty()) Thread.startVirtualThread(this::serve);
    }

    private boolean begin() {
        int now = underWay.get();
        while (now < mostStatements) {
            if (underWay.compareAndSet(now, now + 1)) return true;
            now = underWay.get();
        }
        return false;
    }

    private List<Wanted> next() {
        List<Wanted> batch = new ArrayList<>();
        for (Wanted wanted = waiting.poll(); wanted != null; wanted = waiting.poll()) {
            batch.add(wanted);
            if (batch.size() == MOST_STREAMS) break;
        }
        return batch;
    }

    private void read(List<Wanted> batch) {
        if (batch.isEmpty()) return;
        try {
            Map<String, List<RecordedEvent>> found = reader.streamsAfter(
                    batch.stream().collect(Collectors.toMap(Wanted::stream, Wanted::after, Math::min)));
            for (Wanted wanted : batch) wanted.answer().complete(asked(found, wanted));
        } catch (RuntimeException | Error fault) {
            for (Wanted wanted : batch) wanted.answer().completeExceptionally(fault);
        }
    }

    /// Two may have asked for the same stream, and one of them for more of it.
    private static List<RecordedEvent> asked(Map<String, List<RecordedEvent>> found, Wanted wanted) {
        List<RecordedEvent> events = Objects.requireNonNull(found.get(wanted.stream()));
        if (events.isEmpty() || events.getFirst().version() > wanted.after()) return events;
        return events.stream().filter(event -> event.version() > wanted.after()).toList();
    }

    /// The fault was perhaps made in another's thread; each caller gets its own with its own trace.
    private static List<RecordedEvent> await(Wanted wanted) {
        try {
            return wanted.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogUnavailableException away)
                throw new LogUnavailableException(away.getMessage(), away);
            throw e;
        }
    }
}
