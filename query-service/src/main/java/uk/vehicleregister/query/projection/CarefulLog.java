package uk.vehicleregister.query.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/// The log for one processor. A processor opens it again after each fault; from then on it gets one transaction at a
/// time for a while, so that it stops right before the event it cannot take in and not a batch earlier.
final class CarefulLog implements StreamableMessageSource<TrackedEventMessage<?>> {

    /// More than a batch: the fault lay within one.
    private static final int CAREFUL_FOR = 2 * Projections.BATCH;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private volatile boolean openedBefore;

    CarefulLog(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
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

    private static final class OneByOne implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private int carefulFor;
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
            return stream.hasNextAvailable(timeout, unit);
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
