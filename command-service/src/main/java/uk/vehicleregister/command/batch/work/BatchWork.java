package uk.vehicleregister.command.batch.work;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.batch.work.RecordRowsDecider.Batch;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.OutcomeUnknownException;

/// Sees one batch through: walks over its open rows, waits where locks have to end, and rides out an outage of the log.
@Component
final class BatchWork {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
    private static final Duration OUTAGE = Duration.ofSeconds(2);

    private final BatchRows rows;
    private final RowWork work;
    private final BatchNotes notes;
    private final Duration patience;

    /// @param patience how long rows wait for locks and limits to end, before they are given up
    BatchWork(
            BatchRows rows,
            RowWork work,
            BatchNotes notes,
            @Value("${register.batches.patience:30m}") Duration patience) {
        this.rows = rows;
        this.work = work;
        this.notes = notes;
        this.patience = patience;
    }

    /// Returns when the batch has ended, or when asked to stop; it is then gone on with by another, or later.
    void see(UUID batchId, CountDownLatch stop) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try {
            while (stop.getCount() > 0) {
                Duration pause = walk(batchId, stop, System.nanoTime() >= giveUpAt);
                if (pause.isZero()) return;
                long left = Math.max(1, giveUpAt - System.nanoTime());
                stop.await(Math.min(pause.toNanos(), left), TimeUnit.NANOSECONDS);
            }
        } finally {
            notes.forget(batchId);
        }
    }

    /// How long to wait before the next walk; zero when there is nothing left to walk for.
    private Duration walk(UUID batchId, CountDownLatch stop, boolean isLast) throws InterruptedException {
        try {
            Batch batch = notes.read(batchId);
            if (batch.hasEnded()) return Duration.ZERO;
            BatchRun.Tools tools = new BatchRun.Tools(rows, work, notes, () -> stop.getCount() == 0);
            Duration retryAfter = new BatchRun(batchId, rows.submitted(batchId), batch, tools)
                    .walk(isLast)
                    .retryAfter();
            // Without anything that waits, one more look at the log tells whether all has been told of.
            return retryAfter == null ? Duration.ofNanos(1) : retryAfter;
        } catch (LogUnavailableException | OutcomeUnknownException outage) {
            LOG.warn("batch {} waits for the log", batchId);
            return OUTAGE;
        }
    }
}
