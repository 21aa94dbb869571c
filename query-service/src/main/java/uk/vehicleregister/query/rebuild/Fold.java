package uk.vehicleregister.query.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.ReadAhead;
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

    /// While a page is written the next one is decoded and the one after that is read.
    ///
    /// @param read told of each page that was read, in the order of the log, in a thread of its own
    /// @param written told how far the shadows have come; never inside a transaction, where names mean a shadow
    public void run(
            List<Into> into, long after, long target, Consumer<List<RecordedEvent>> read, LongConsumer written) {
        List<Projection> projections = into.stream().map(Into::projection).toList();
        Stretch stretch = new Stretch(after, target);
        try (ReadAhead<List<RecordedEvent>> events = new ReadAhead<>(stretch::next);
                ReadAhead<Page> pages = new ReadAhead<>(() -> events.next().map(some -> {
                    read.accept(some);
                    return page(projections, some);
                }))) {
            for (Optional<Page> next = pages.next(); next.isPresent(); next = pages.next()) {
                Page page = next.get();
                for (Into one : into)
                    transaction.executeWithoutResult(_ -> {
                        one.shadow().writeThere();
                        replay.project(one.projection(), page.noted);
                    });
                written.accept(page.last);
            }
        }
    }

    /// In the transaction at hand, which writes to the shadow already.
    void here(Projection projection, long after, long target) {
        Stretch stretch = new Stretch(after, target);
        for (Optional<List<RecordedEvent>> next = stretch.next(); next.isPresent(); next = stretch.next())
            replay.project(projection, page(List.of(projection), next.get()).noted);
    }

    private Page page(List<Projection> projections, List<RecordedEvent> events) {
        return new Page(replay.decode(projections, events), events.getLast().position());
    }

    /// The events after one position up to another, page by page.
    private final class Stretch {

        private final long target;
        private long reached;

        Stretch(long after, long target) {
            this.reached = after;
            this.target = target;
        }

        Optional<List<RecordedEvent>> next() {
            if (reached >= target) return Optional.empty();
            List<RecordedEvent> events = log.after(reached, PAGE).stream()
                    .filter(event -> event.position() <= target)
                    .toList();
            if (events.isEmpty()) throw new IllegalStateException("The log ends before the token at " + target);
            reached = events.getLast().position();
            return Optional.of(events);
        }
    }
}
