package uk.vehicleregister.eventstore.log;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Appends waiting for the writer. A batch is what queued while the last one was in flight, less those that depend on
/// another of the same batch: these wait for the next one, where the log itself tells whether they still hold.
final class AppendQueue {

    static final int MOST_ITEMS = 512;
    static final int MOST_EVENTS = 8_192;

    private final BlockingQueue<QueuedAppend> arrived = new LinkedBlockingQueue<>(100_000);
    private final Deque<QueuedAppend> waiting = new ArrayDeque<>();

    boolean offer(QueuedAppend queued) {
        return arrived.offer(queued);
    }

    /// Before all that arrived; by the writer's thread only.
    void putBack(QueuedAppend queued) {
        waiting.addFirst(queued);
    }

    /// Waits until there is something to write; may be empty when all of it was taken back.
    List<QueuedAppend> nextBatch() throws InterruptedException {
        if (waiting.isEmpty()) waiting.add(arrived.take());
        arrived.drainTo(waiting, Math.max(0, MOST_ITEMS - waiting.size()));

        List<QueuedAppend> batch = new ArrayList<>(waiting.size());
        List<QueuedAppend> later = new ArrayList<>();
        Set<String> written = new HashSet<>();
        Set<ByteBuffer> answered = new HashSet<>();
        int events = 0;
        for (QueuedAppend queued : waiting) {
            Append append = queued.append();
            events += append.events().size();
            boolean fits = batch.isEmpty() || events <= MOST_EVENTS;
            boolean independent = written.isEmpty()
                    || Collections.disjoint(append.expectedVersions().keySet(), written);
            if (!fits || !independent || isAnswered(append, answered)) {
                later.add(queued);
                continue;
            }
            if (!queued.take()) continue;
            batch.add(queued);
            append.events().forEach(event -> written.add(event.stream()));
        }
        waiting.clear();
        waiting.addAll(later);
        return batch;
    }

    /// What is left; by the writer's thread only.
    List<QueuedAppend> drain() {
        List<QueuedAppend> rest = new ArrayList<>(waiting);
        waiting.clear();
        arrived.drainTo(rest);
        rest.removeIf(queued -> !queued.take());
        return rest;
    }

    /// Makes the writer look up from waiting: a batch of nothing.
    void wake() {
        QueuedAppend nothing = new QueuedAppend(Append.of(List.of()));
        nothing.take();
        arrived.offer(nothing);
    }

    private static boolean isAnswered(Append append, Set<ByteBuffer> answered) {
        NewReceipt receipt = append.receipt();
        return receipt != null && !answered.add(ByteBuffer.wrap(receipt.key()));
    }
}
