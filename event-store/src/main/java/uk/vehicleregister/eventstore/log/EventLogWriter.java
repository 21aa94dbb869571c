package uk.vehicleregister.eventstore.log;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process's one way into the log. Callers block while one thread writes what has queued since its last commit: one
/// round trip and one commit for the batch, no timer (design.md 2). Any number of threads may append, virtual ones too.
public final class EventLogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLogWriter.class);

    /// How long an append waits to be taken, and how long a lost connection is tried again, before the caller is told.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final LongConsumer committed;
    private final AppendQueue queue = new AppendQueue();
    private final Thread thread = new Thread(this::run, "event-log-writer");
    private @Nullable WriterSession session;
    private volatile boolean closed;

    /// Refuses to start (IllegalStateException) on a server whose commits are not durable.
    public EventLogWriter(DataSource dataSource) {
        this(dataSource, position -> {});
    }

    /// Wakes the tail of the same process right after each commit.
    public EventLogWriter(DataSource dataSource, LogTail tail) {
        this(dataSource, tail::advancedTo);
    }

    private EventLogWriter(DataSource dataSource, LongConsumer committed) {
        this.dataSource = dataSource;
        this.committed = committed;
        try {
            session = WriterSession.open(dataSource);
        } catch (SQLException e) {
            throw new LogUnavailableException("The log cannot be reached", e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /// Blocks until the append is durable or refused. Throws LogUnavailableException when nothing was recorded,
    /// OutcomeUnknownException when that cannot be told, AppendRejectedException when it will never be taken.
    public AppendOutcome append(Append append) {
        QueuedAppend queued = new QueuedAppend(append);
        if (closed || !queue.offer(queued) || closed && queued.take())
            throw new LogUnavailableException("The log takes no appends now", null);
        return queued.await(PATIENCE);
    }

    private void run() {
        while (!closed) {
            List<QueuedAppend> batch = List.of();
            try {
                batch = queue.nextBatch();
                if (!batch.isEmpty()) write(batch, false);
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | Error e) {
                LOG.error("The log's writer failed on a batch", e);
                failAll(batch, new OutcomeUnknownException("The log's writer failed", e));
                dropSession();
            }
        }
        dropSession();
        failAll(queue.drain(), new LogUnavailableException("The log's writer is closed; nothing was recorded", null));
    }

    private void write(List<QueuedAppend> batch, boolean oneByOne) {
        WriterSession current;
        try {
            current = connected();
        } catch (SQLException | IllegalStateException e) {
            failAll(batch, new LogUnavailableException("The log cannot be reached; nothing was recorded", e));
            return;
        }
        try {
            answerAll(
                    batch,
                    current.append(batch.stream().map(QueuedAppend::append).toList(), oneByOne));
        } catch (SQLException e) {
            switch (AppendFault.of(e)) {
                case CONFLICT -> {
                    if (oneByOne) isolate(batch, AppendFault.CONFLICT.asException(e));
                    else write(batch, true);
                }
                case BUSY -> failAll(batch, AppendFault.BUSY.asException(e));
                case CONNECTION_LOST -> recover(batch, current, e);
                case REJECTED -> isolate(batch, AppendFault.REJECTED.asException(e));
                case UNAVAILABLE -> {
                    LOG.warn("The log could not take a batch", e);
                    dropSession();
                    failAll(batch, AppendFault.UNAVAILABLE.asException(e));
                }
            }
        }
    }

    private WriterSession connected() throws SQLException {
        WriterSession current = session;
        if (current == null) session = current = WriterSession.open(dataSource);
        return current;
    }

    private void answerAll(List<QueuedAppend> batch, List<AppendOutcome> outcomes) {
        long last = -1;
        for (AppendOutcome outcome : outcomes)
            if (outcome instanceof AppendOutcome.Appended appended) last = Math.max(last, appended.position());
        if (last >= 0) committed.accept(last);
        for (int i = 0; i < batch.size(); i++) batch.get(i).answer(outcomes.get(i));
    }

    /// One of the batch is at fault: each is written alone, and only those that fail alone are told so.
    private void isolate(List<QueuedAppend> batch, RuntimeException fault) {
        if (batch.size() == 1) {
            failAll(batch, fault);
            return;
        }
        for (QueuedAppend queued : batch) {
            if (session != null) write(List.of(queued), true);
            else if (queued.giveBack()) queue.putBack(queued);
            else queued.fail(new LogUnavailableException("The log cannot be reached; nothing was recorded", null));
        }
    }

    private void recover(List<QueuedAppend> batch, WriterSession lost, SQLException cause) {
        LOG.warn("The connection to the log was lost; reading back what became of {} appends", batch.size());
        dropSession();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && !closed) {
            try {
                ReadBack readBack = new ReadBack(connected().connection());
                if (readBack.isGone(lost.backend())) {
                    settle(batch, readBack, cause);
                    return;
                }
            } catch (SQLException e) {
                dropSession();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        failAll(batch, new OutcomeUnknownException("The connection was lost and the log cannot be read back", cause));
    }

    private void settle(List<QueuedAppend> batch, ReadBack readBack, SQLException cause) throws SQLException {
        List<Optional<AppendOutcome.Appended>> found = new ArrayList<>(batch.size());
        for (QueuedAppend queued : batch) found.add(readBack.find(queued.append()));
        for (int i = batch.size() - 1; i >= 0; i--) {
            QueuedAppend queued = batch.get(i);
            if (found.get(i).isPresent()) queued.answer(found.get(i).get());
            else if (!ReadBack.canTell(queued.append()))
                queued.fail(new OutcomeUnknownException("The connection was lost while a try was counted", cause));
            else if (queued.giveBack()) queue.putBack(queued);
            else queued.fail(AppendFault.CONNECTION_LOST.asException(cause));
        }
    }

    private void dropSession() {
        if (session != null) session.close();
        session = null;
    }

    private static void failAll(List<QueuedAppend> batch, RuntimeException fault) {
        batch.forEach(queued -> queued.fail(fault));
    }

    /// Finishes the batch under way; what still waits gets LogUnavailableException.
    @Override
    public void close() {
        closed = true;
        queue.wake();
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
