package uk.vehicleregister.eventstore.log;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;

/// Appends waiting for the writer. A batch is what queued while the last one was in flight, less those that depend on
/// another of the same batch: these make the next batch, which the log takes one by one.
final class AppendQueue {

    private static final int MOST_ITEMS = 512;
    private static final int MOST_EVENTS = 8_192;

    private final BlockingQueue<QueuedAppend> arrived = new LinkedBlockingQueue<>(100_000);

    /// Filled and emptied by the writer's thread only.
    private final Deque<QueuedAppend> dependent = new ConcurrentLinkedDeque<>();

    /// Appends that do not depend on each other, unless they are to be taken one by one.
    record Batch(List<QueuedAppend> items, boolean oneByOne) {}

    boolean offer(QueuedAppend queued) {
        return arrived.offer(queued);
    }

    /// Makes the writer look up from waiting: a batch of nothing.
    void wake() {
        QueuedAppend nothing = new QueuedAppend(Append.of(List.of()));
        nothing.take();
        arrived.offer(nothing);
    }

    /// Tells those that nobody has taken for `patience` that the log did not take them.
    void giveUp(Duration patience) {
        arrived.forEach(queued -> queued.giveUpAfter(patience));
        dependent.forEach(queued -> queued.giveUpAfter(patience));
    }

    /// For the writer's thread only, like all that follows.
    ///
    /// Waits until there is something to write; may be empty when all of it was taken back.
    Batch nextBatch() throws InterruptedException {
        if (!dependent.isEmpty()) return new Batch(takeDependent(), true);
        List<QueuedAppend> candidates = new ArrayList<>();
        candidates.add(arrived.take());
        arrived.drainTo(candidates, MOST_ITEMS - 1);
        return new Batch(takeIndependent(candidates), false);
    }

    private List<QueuedAppend> takeDependent() {
        List<QueuedAppend> batch = new ArrayList<>();
        int events = 0;
        while (!dependent.isEmpty() && (batch.isEmpty() || events < MOST_EVENTS)) {
            QueuedAppend queued = dependent.removeFirst();
            if (!queued.take()) continue;
            batch.add(queued);
            events += queued.append().events().size();
        }
        return batch;
    }

    private List<QueuedAppend> takeIndependent(List<QueuedAppend> candidates) {
        List<QueuedAppend> batch = new ArrayList<>(candidates.size());
        Set<String> written = new HashSet<>();
        Set<ByteBuffer> answered = new HashSet<>();
        int events = 0;
        for (QueuedAppend queued : candidates) {
            Append append = queued.append();
            events += append.events().size();
            boolean fits = batch.isEmpty() || events <= MOST_EVENTS;
            boolean independent =
                    Collections.disjoint(append.expectedVersions().keySet(), written) && isFirst(append, answered);
            if (!fits || !independent) {
                dependent.add(queued);
            } else if (queued.take()) {
                batch.add(queued);
                append.events().forEach(event -> written.add(event.stream()));
            }
        }
        return batch;
    }

    private static boolean isFirst(Append append, Set<ByteBuffer> answered) {
        NewReceipt receipt = append.receipt();
        return receipt == null || answered.add(ByteBuffer.wrap(receipt.key()));
    }

    /// Nothing of it was recorded; it is written again, before all that arrived.
    void putBack(QueuedAppend queued) {
        dependent.addFirst(queued);
    }

    /// Takes all that is left.
    List<QueuedAppend> drain() {
        List<QueuedAppend> rest = new ArrayList<>(dependent);
        dependent.clear();
        arrived.drainTo(rest);
        rest.removeIf(queued -> !queued.take());
        return rest;
    }
}
