package uk.vehicleregister.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/// The log for one processor. Where the projection is in no hurry, what comes is left to gather for a moment. A
/// processor opens it again after each fault; from then on it gets one transaction at a time for a while, so that it
/// stops right before the event it cannot take in and not a batch earlier.
final class CarefulLog implements StreamableMessageSource<TrackedEventMessage<?>> {

    /// More than a batch: the fault lay within one.
    private static final int CAREFUL_FOR = 2 * Projections.BATCH;

    /// Lets events gather.
    @FunctionalInterface
    interface Pause {
        void await(long atMostNanos) throws InterruptedException;
    }

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Pause pause;
    private final long gather;
    private volatile boolean openedBefore;

    /// @param gather so long from taking what came until taking what comes next, unless the pause ends before or what
    ///     comes next has waited so long already, as when there is much to catch up with
    CarefulLog(StreamableMessageSource<TrackedEventMessage<?>> log, Duration gather, Pause pause) {
        this.log = log;
        this.gather = gather.toNanos();
        this.pause = pause;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        int carefulFor = openedBefore ? CAREFUL_FOR : 0;
        openedBefore = true;
        return new OneByOne(log.openStream(token), carefulFor);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant time) {
        return log.createTokenAt(time);
    }

    private final class OneByOne implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private int carefulFor;
        private long tookAt = System.nanoTime() - gather;
        private @Nullable TrackingToken inHand;
        private @Nullable RuntimeException fault;

        OneByOne(BlockingStream<TrackedEventMessage<?>> stream, int carefulFor) {
            this.stream = stream;
            this.carefulFor = carefulFor;
        }

        /// Shows nothing beyond the transaction in hand; a fault ahead waits until what is in hand has been taken in.
        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (carefulFor <= 0) return stream.peek();
            if (fault != null) return Optional.empty();
            try {
                return stream.peek().filter(next -> inHand == null || inHand.equals(next.trackingToken()));
            } catch (RuntimeException e) {
                fault = e;
                return Optional.empty();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (fault != null) throw fault;
            inHand = null;
            if (!stream.hasNextAvailable(timeout, unit)) return false;
            letGather();
            tookAt = System.nanoTime();
            return true;
        }

        private void letGather() throws InterruptedException {
            long left = gather - (System.nanoTime() - tookAt);
            if (left <= 0) return;
            Duration age = stream.peek()
                    .map(next -> Duration.between(next.getTimestamp(), Instant.now()))
                    .orElse(Duration.ZERO);
            left = Math.min(left, gather - age.toNanos());
            if (left > 0) pause.await(left);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> next = stream.nextAvailable();
            inHand = next.trackingToken();
            carefulFor--;
            return next;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
