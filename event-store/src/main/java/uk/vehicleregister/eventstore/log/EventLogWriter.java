package uk.vehicleregister.eventstore.log;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process's one way into the log. Callers block while one thread writes what has queued since its last commit: one
/// round trip and one commit for the batch, no timer (design.md 2). Any number of threads may append, virtual ones too.
/// It keeps one connection of the data source for itself, whose wait for a connection bounds how soon an outage shows.
public final class EventLogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLogWriter.class);

    /// How long an append waits to be taken, and how long a lost connection is tried again, before the caller is told.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /// So long a failure counts as the state of things when nothing was recorded since: whoever is kept away because of
    /// it is let in again, and then it shows whether it is over.
    private static final Duration TROUBLE_LASTS = Duration.ofSeconds(10);

    private record Trouble(String reason, long atNanos) {}

    /// Is told, by the writer's thread, between which positions a batch stands: after the one, up to and with the
    /// other.
    private interface Commits {
        void appended(long after, long upTo);
    }

    private final Commits commits;
    private final AppendQueue queue = new AppendQueue();
    private final WriterConnection connection;
    private final Recovery recovery;
    private final Thread thread = new Thread(this::run, "event-log-writer");
    private final Thread patience;
    private volatile boolean closed;
    private volatile @Nullable Trouble trouble;

    /// Refuses to start (IllegalStateException) on a server whose commits are not durable.
    public EventLogWriter(DataSource dataSource) {
        this(dataSource, Door.COMMANDS, (after, upTo) -> {});
    }

    /// Notices where others have appended in between.
    public EventLogWriter(DataSource dataSource, OthersAppends others) {
        this(dataSource, Door.COMMANDS, others::appended);
    }

    /// Wakes the tail of the same process right after each commit.
    public EventLogWriter(DataSource dataSource, LogTail tail) {
        this(dataSource, Door.COMMANDS, tail);
    }

    /// The same for a login that may only come in by that door.
    public EventLogWriter(DataSource dataSource, Door door, LogTail tail) {
        this(dataSource, door, (after, upTo) -> tail.advancedTo(upTo));
    }

    private EventLogWriter(DataSource dataSource, Door door, Commits commits) {
        this.commits = commits;
        connection = new WriterConnection(dataSource, door);
        recovery = new Recovery(connection, queue, PATIENCE);
        try {
            connection.session();
        } catch (SQLException e) {
            throw new LogUnavailableException("The log cannot be reached", e);
        }
        thread.setDaemon(true);
        thread.start();
        patience = Thread.ofVirtual().name("event-log-patience").start(this::giveUp);
    }

    /// Blocks until the append is durable or refused. Throws LogUnavailableException when nothing was recorded,
    /// OutcomeUnknownException when that cannot be told, AppendRejectedException when it will never be taken.
    public AppendOutcome append(Append append) {
        return offered(append).await();
    }

    /// Several that do not depend on each other, each all or nothing by itself, in as few commits as can be; answers in
    /// the same order. Throws what the first that failed throws, once all have been answered.
    public List<AppendOutcome> appendAll(List<Append> appends) {
        List<QueuedAppend> queued = appends.stream().map(this::offered).toList();
        List<AppendOutcome> outcomes = new ArrayList<>(queued.size());
        RuntimeException fault = null;
        for (QueuedAppend append : queued) {
            try {
                outcomes.add(append.await());
            } catch (RuntimeException e) {
                fault = fault == null ? e : fault;
            }
        }
        if (fault != null) throw fault;
        return outcomes;
    }

    private QueuedAppend offered(Append append) {
        QueuedAppend queued = new QueuedAppend(append);
        if (closed || !queue.offer(queued) || closed && queued.take())
            queued.fail(new LogUnavailableException("The log takes no appends now", null));
        return queued;
    }

    /// Why the log took no events the last time it was to, unless that is over. Fit for an operator to read.
    public Optional<String> trouble() {
        Trouble last = trouble;
        if (last == null || System.nanoTime() - last.atNanos() >= TROUBLE_LASTS.toNanos()) return Optional.empty();
        return Optional.of(last.reason());
    }

    private void run() {
        while (!closed) {
            List<QueuedAppend> items = List.of();
            try {
                AppendQueue.Batch batch = queue.nextBatch();
                items = batch.items();
                if (!items.isEmpty()) write(items, batch.oneByOne());
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | Error e) {
                LOG.error("The log's writer failed on a batch", e);
                failAll(items, new OutcomeUnknownException("The log's writer failed", e));
                connection.drop();
            }
        }
        connection.drop();
        failAll(queue.drain(), new LogUnavailableException("The log's writer is closed; nothing was recorded", null));
    }

    /// Apart from the writer, which may itself be waiting for a database that is silent.
    private void giveUp() {
        try {
            while (!closed) {
                Thread.sleep(BETWEEN_LOOKS);
                queue.giveUp(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<QueuedAppend> batch, boolean oneByOne) {
        WriterSession session;
        try {
            session = connection.session();
        } catch (SQLException | IllegalStateException e) {
            trouble = new Trouble("the log cannot be reached", System.nanoTime());
            failAll(batch, new LogUnavailableException("The log cannot be reached; nothing was recorded", e));
            return;
        }
        try {
            List<Append> items = batch.stream().map(QueuedAppend::append).toList();
            answerAll(batch, session.append(items, oneByOne));
        } catch (SQLException e) {
            AppendFault fault = AppendFault.of(e);
            switch (fault) {
                case CONFLICT -> {
                    if (oneByOne) isolate(batch, fault.asException(e));
                    else write(batch, true);
                }
                case REJECTED, KEY_RETIRED -> isolate(batch, fault.asException(e));
                case BUSY -> failAll(batch, fault.asException(e));
                case UNAVAILABLE -> {
                    LOG.warn("The log could not take a batch: {}", AppendFault.reason(e));
                    trouble = new Trouble("the log takes no appends: " + AppendFault.reason(e), System.nanoTime());
                    connection.drop();
                    failAll(batch, fault.asException(e));
                }
                case CONNECTION_LOST -> recovery.recover(batch, session, e, () -> closed);
            }
        }
    }

    private void answerAll(List<QueuedAppend> batch, List<AppendOutcome> outcomes) {
        long after = Long.MAX_VALUE;
        long upTo = EventLogReader.BEFORE_FIRST;
        for (int i = 0; i < outcomes.size(); i++) {
            if (!(outcomes.get(i) instanceof AppendOutcome.Appended appended)) continue;
            int events = batch.get(i).append().events().size();
            after = Math.min(after, appended.position() - events);
            upTo = Math.max(upTo, appended.position());
        }
        if (upTo > EventLogReader.BEFORE_FIRST) commits.appended(after, upTo);
        // a mere confirmation asks for no room on the disk
        if (batch.stream().anyMatch(queued -> !queued.append().events().isEmpty())) trouble = null;
        if (batch.size() == 1) batch.getFirst().answer(outcomes.getFirst());
        else Thread.startVirtualThread(() -> wake(batch, outcomes));
    }

    /// Many callers are woken beside the writer, which is at the next batch meanwhile.
    private static void wake(List<QueuedAppend> batch, List<AppendOutcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) batch.get(i).answer(outcomes.get(i));
    }

    /// One of the batch is at fault: each is written alone, and only those that fail alone are told so.
    private void isolate(List<QueuedAppend> batch, RuntimeException fault) {
        if (batch.size() == 1) {
            failAll(batch, fault);
            return;
        }
        for (QueuedAppend queued : batch) {
            if (connection.isOpen()) write(List.of(queued), true);
            else if (queued.giveBack()) queue.putBack(queued);
            else queued.fail(new LogUnavailableException("The log cannot be reached; nothing was recorded", null));
        }
    }

    private static void failAll(List<QueuedAppend> batch, RuntimeException fault) {
        batch.forEach(queued -> queued.fail(fault));
    }

    /// Finishes the batch under way; what still waits gets LogUnavailableException.
    @Override
    public void close() {
        closed = true;
        queue.wake();
        patience.interrupt();
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
