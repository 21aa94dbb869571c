package uk.vehicleregister.eventstore.axon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.LogTail;
import uk.vehicleregister.eventstore.log.LogWindow;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// One reader's way through the log, page by page, each of whole transactions. For one thread at a time, as Axon uses
/// it. Transactions in which nothing is relevant to it are passed over; now and then one of them is shown nevertheless,
/// so that the reader's token moves.
///
/// Axon's tracking processor closes a batch where the token of the next event, peeked at, differs from the last
/// one's. While it replays (at its first start, too) it puts a ReplayToken in place of the token of what it takes,
/// but not of what it peeks at: no two are equal then, and 4.13.0 cuts transactions in two. So events tell which
/// token they were given instead, and those of the same transaction are shown with it.
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    /// So often at most a stream tells how far it has come while there is nothing for its reader.
    private static final long SIGN_OF_LIFE = TimeUnit.MILLISECONDS.toNanos(50);

    private final LogWindow log;
    private final LogTail tail;
    private final Predicate<RecordedEvent> relevant;
    private final Serializer serializer;
    private final EventUpcaster upcasterChain;

    /// Up to here the log has been read into `page` and before.
    private long read;

    private Iterator<TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable Fed<?> next;
    private @Nullable Fed<?> taken;
    private @Nullable Thread taker;
    private @Nullable AutoCloseable listening;

    /// The last transaction that was passed over, until it or a later one is shown.
    private List<RecordedEvent> passed = List.of();

    private long shownAt = System.nanoTime() - SIGN_OF_LIFE;

    LogStream(
            LogWindow log,
            LogTail tail,
            Predicate<RecordedEvent> relevant,
            Serializer serializer,
            EventUpcaster upcasterChain,
            long read) {
        this.log = log;
        this.tail = tail;
        this.relevant = relevant;
        this.serializer = serializer;
        this.upcasterChain = upcasterChain;
        this.read = read;
    }

    /// Does not ask the database when the tail already knows that there is nothing.
    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null) {
            while (!page.hasNext() && tail.known() > read) if (!readPage()) break;
            if (!page.hasNext() && !passed.isEmpty() && sinceShown() >= SIGN_OF_LIFE) showPassed();
            if (page.hasNext()) next = new Fed<>((DomainEventMessage<?>) page.next());
        }
        return next == null ? Optional.empty() : Optional.of(next.as(taken));
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            long left = until - System.nanoTime();
            if (left <= 0) return false;
            if (!passed.isEmpty()) left = Math.min(left, Math.max(1, SIGN_OF_LIFE - sinceShown()));
            tail.awaitBeyond(read, Duration.ofNanos(left));
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (next == null) hasNextAvailable(1, TimeUnit.MINUTES);
        Fed<?> message = next;
        next = null;
        taken = message;
        taker = Thread.currentThread();
        return message;
    }

    /// False when there is nothing to read, or when it is time to tell how far this has come. With a transaction
    /// that is wanted comes the one right before it: a reader that cannot take in the former stands there, and says
    /// so.
    private boolean readPage() {
        List<RecordedEvent> events = log.after(read);
        if (events.isEmpty()) return false;
        read = events.getLast().position();
        List<RecordedEvent> wanted = new ArrayList<>();
        for (List<RecordedEvent> transaction : PostgresEventSource.transactions(events)) {
            if (transaction.stream().anyMatch(relevant)) {
                wanted.addAll(passed);
                wanted.addAll(transaction);
                passed = List.of();
            } else {
                passed = transaction;
            }
        }
        if (!wanted.isEmpty()) show(wanted);
        return sinceShown() < SIGN_OF_LIFE;
    }

    private void show(List<RecordedEvent> transactions) {
        page = EventUtils.upcastAndDeserializeTrackedEvents(
                        PostgresEventSource.tracked(transactions).stream(), serializer, upcasterChain)
                .iterator();
        shownAt = System.nanoTime();
    }

    private void showPassed() {
        show(passed);
        passed = List.of();
    }

    private long sinceShown() {
        return System.nanoTime() - shownAt;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        close();
        listening = tail.listen(callback);
        return true;
    }

    @Override
    public void close() {
        AutoCloseable handle = listening;
        listening = null;
        if (handle == null) return;
        try {
            handle.close();
        } catch (Exception e) {
            throw new IllegalStateException("Ceasing to listen cannot fail", e);
        }
    }

    /// An event with the token of its transaction, which remembers the one that its taker put in place of it.
    private final class Fed<T> extends GenericTrackedDomainEventMessage<T> {

        private static final long serialVersionUID = 1L;

        private transient @Nullable TrackingToken replaced;

        Fed(DomainEventMessage<T> event) {
            super(((TrackedEventMessage<?>) event).trackingToken(), event);
        }

        @Override
        public GenericTrackedDomainEventMessage<T> withTrackingToken(TrackingToken token) {
            if (this == taken && Thread.currentThread() == taker) replaced = token;
            return super.withTrackingToken(token);
        }

        TrackedEventMessage<T> as(@Nullable Fed<?> before) {
            if (before == null
                    || before.replaced == null
                    || !before.trackingToken().equals(trackingToken())) return this;
            return super.withTrackingToken(before.replaced);
        }
    }
}
