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

/// Reads whole streams for many callers in few statements. Who comes while as many statements as may be are under way
/// waits for the next one, which reads for all who wait then: no timer, and alone it is one statement in the caller's
/// own thread. A statement begins after each of its callers asked, so nobody is answered with what was true before.
public final class StreamReads {

    private static final int MOST_STREAMS = 64;

    private record Wanted(String stream, CompletableFuture<List<RecordedEvent>> answer) {}

    private final EventLogReader reader;
    private final int mostStatements;
    private final Queue<Wanted> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /// @param mostStatements at once, each of which takes a connection
    public StreamReads(EventLogReader reader, int mostStatements) {
        this.reader = reader;
        this.mostStatements = mostStatements;
    }

    /// In the order of versions; nothing for a stream that is absent. Blocks; throws LogUnavailableException.
    public List<RecordedEvent> read(String stream) {
        Wanted wanted = new Wanted(stream, new CompletableFuture<>());
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
            Map<String, List<RecordedEvent>> found =
                    reader.streams(batch.stream().map(Wanted::stream).collect(Collectors.toSet()));
            for (Wanted wanted : batch) wanted.answer().complete(Objects.requireNonNull(found.get(wanted.stream())));
        } catch (RuntimeException | Error fault) {
            for (Wanted wanted : batch) wanted.answer().completeExceptionally(fault);
        }
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
