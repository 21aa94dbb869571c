package uk.vehicleregister.query.rebuild;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Replay;

/// Folds a stretch of the log into the shadows of projections, page by page. Stretches begin and end between two
/// transactions of the log, and so do pages.
public final class Fold {

    private static final int PAGE = 5000;

    /// A projection, and where its rows go.
    public record Into(Projection projection, ShadowTables.Shadow shadow) {}

    /// @param last the position of the last event that was read
    private record Page(List<Noted> noted, long last) {}

    private final EventLogReader log;
    private final Replay replay;
    private final TransactionTemplate transaction;

    public Fold(EventLogReader log, Replay replay, PlatformTransactionManager transactions) {
        this.log = log;
        this.replay = replay;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// While a page is written the next one is read and decoded.
    ///
    /// @param read told of each page that was read, in the order of the log, in a thread of its own
    /// @param written told how far the shadows have come; never inside a transaction, where names mean a shadow
    public void run(
            List<Into> into, long after, long target, Consumer<List<RecordedEvent>> read, LongConsumer written) {
        if (after >= target) return;
        List<Projection> projections = into.stream().map(Into::projection).toList();
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Page> next = ahead.submit(() -> page(projections, after, target, read));
            while (true) {
                Page page = await(next);
                boolean isLast = page.last >= target;
                if (!isLast) next = ahead.submit(() -> page(projections, page.last, target, read));
                for (Into one : into)
                    transaction.executeWithoutResult(_ -> {
                        one.shadow().writeThere();
                        replay.project(one.projection(), page.noted);
                    });
                written.accept(page.last);
                if (isLast) return;
            }
        }
    }

    /// In the transaction at hand, which writes to the shadow already.
    void here(Projection projection, long after, long target) {
        for (long reached = after; reached < target; ) {
            Page page = page(List.of(projection), reached, target, _ -> {});
            replay.project(projection, page.noted);
            reached = page.last;
        }
    }

    private Page page(List<Projection> projections, long after, long target, Consumer<List<RecordedEvent>> read) {
        List<RecordedEvent> events = log.after(after, PAGE).stream()
                .filter(event -> event.position() <= target)
                .toList();
        if (events.isEmpty()) throw new IllegalStateException("The log ends before the token at " + target);
        read.accept(events);
        return new Page(replay.decode(projections, events), events.getLast().position());
    }

    private static Page await(Future<Page> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the log was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
