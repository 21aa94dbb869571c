package uk.vehicleregister.command.batch.work;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.batch.BatchesAtWork;
import uk.vehicleregister.eventstore.log.EventLogReader;

/// Finds batches to work on. One that was handed in here is begun at once. Any other, of before a restart or of another
/// service, is taken over when it has shown no progress for a while: should its worker live after all, both do no harm,
/// for every row takes effect and is told of once.
@Component
final class UnfinishedBatches implements BatchesAtWork, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedBatches.class);

    /// One large batch does not hold up the others.
    private static final int SIDE_BY_SIDE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLogReader log;
    private final BatchWork work;
    private final Duration takeOverAfter;
    private final Duration tick;
    private @Nullable Run run;

    UnfinishedBatches(
            EventLogReader log,
            BatchWork work,
            @Value("${register.batches.take-over-after:10s}") Duration takeOverAfter,
            @Value("${register.batches.look-every:1s}") Duration tick) {
        this.log = log;
        this.work = work;
        this.takeOverAfter = takeOverAfter;
        this.tick = tick;
    }

    @Override
    public synchronized void onSubmitted(UUID batchId) {
        if (run != null) run.begin(batchId);
    }

    @Override
    public synchronized void start() {
        if (run == null) run = new Run();
    }

    @Override
    public synchronized void stop() {
        if (run != null) run.end();
        run = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    /// From a start to a stop.
    private final class Run {

        private final CountDownLatch stop = new CountDownLatch(1);
        private final OpenBatches open = new OpenBatches(log);
        private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
        private final ExecutorService workers = Executors.newFixedThreadPool(
                SIDE_BY_SIDE, Thread.ofVirtual().name("batch-", 1).factory());
        private final Thread looker =
                Thread.ofPlatform().daemon().name("unfinished-batches").start(this::look);

        void begin(UUID batchId) {
            if (inHand.add(batchId)) workers.execute(() -> see(batchId));
        }

        private void see(UUID batchId) {
            try {
                work.see(batchId, stop);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                // Taken up again after a while; its message may quote what was sent.
                LOG.error("batch {} met a fault: {}", batchId, fault.getClass().getName());
            } finally {
                inHand.remove(batchId);
            }
        }

        private void look() {
            boolean failing = false;
            try {
                do {
                    try {
                        open.without(takeOverAfter).forEach(this::begin);
                        failing = false;
                    } catch (RuntimeException fault) {
                        if (!failing)
                            LOG.warn(
                                    "batches are not looked for: {}",
                                    fault.getClass().getName());
                        failing = true;
                    }
                } while (!stop.await(tick.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /// Rows under way are finished; what is left waits in the log.
        void end() {
            stop.countDown();
            workers.shutdown();
            try {
                if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) workers.shutdownNow();
                looker.join(PATIENCE);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
