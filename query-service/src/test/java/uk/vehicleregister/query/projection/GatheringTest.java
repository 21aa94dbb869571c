package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.vehicleregister.query.RunningService;

class GatheringTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<Long> pauses = new ArrayList<>();
    private Instant recorded = Instant.now();

    @Test
    void what_comes_first_is_taken_at_once_and_what_comes_next_gathers_for_the_rest_of_the_time() throws Exception {
        BlockingStream<TrackedEventMessage<?>> stream = stream(LONG);

        take(stream, 3);
        take(stream, 1);

        assertThat(pauses)
                .singleElement()
                .satisfies(pause ->
                        assertThat(Duration.ofNanos(pause)).isBetween(LONG.minus(Duration.ofMinutes(1)), LONG));
    }

    @Test
    void what_has_waited_for_so_long_already_does_not_wait_again() throws Exception {
        BlockingStream<TrackedEventMessage<?>> stream = stream(LONG);
        recorded = Instant.now().minus(LONG);

        take(stream, 1);
        take(stream, 1);

        assertThat(pauses).isEmpty();
    }

    @Test
    void an_urgent_projection_does_not_wait() throws Exception {
        BlockingStream<TrackedEventMessage<?>> stream = stream(Duration.ZERO);

        take(stream, 1);
        take(stream, 1);

        assertThat(pauses).isEmpty();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void who_waits_for_a_projection_ends_its_pause_and_no_other() throws Exception {
        Positions positions = RunningService.shared().bean(Positions.class);
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                positions.await(List.of("documents", "stock"), Long.MAX_VALUE, Duration.ofSeconds(20));
            } catch (InterruptedException enough) {
                // nobody waits any more
            }
        });

        positions.untilAwaited("stock", LONG.toNanos());
        long began = System.nanoTime();
        positions.untilAwaited("vehicle-history", TimeUnit.MILLISECONDS.toNanos(200));
        long other = System.nanoTime() - began;
        asking.interrupt();
        asking.join();
        began = System.nanoTime();
        positions.untilAwaited("stock", TimeUnit.MILLISECONDS.toNanos(200));

        assertThat(Duration.ofNanos(other)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    private BlockingStream<TrackedEventMessage<?>> stream(Duration gather) {
        return new CarefulLog(new Endless(), gather, pauses::add).openStream(null);
    }

    private static void take(BlockingStream<TrackedEventMessage<?>> stream, int count) throws InterruptedException {
        assertThat(stream.hasNextAvailable(1, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < count; i++) stream.nextAvailable();
    }

    private final class Endless implements StreamableMessageSource<TrackedEventMessage<?>> {

        private TrackedEventMessage<?> event() {
            return new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(1), GenericEventMessage.asEventMessage("e"), () -> recorded);
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return new BlockingStream<>() {
                @Override
                public Optional<TrackedEventMessage<?>> peek() {
                    return Optional.of(event());
                }

                @Override
                public boolean hasNextAvailable(int timeout, TimeUnit unit) {
                    return true;
                }

                @Override
                public TrackedEventMessage<?> nextAvailable() {
                    return event();
                }

                @Override
                public void close() {}
            };
        }
    }
}
