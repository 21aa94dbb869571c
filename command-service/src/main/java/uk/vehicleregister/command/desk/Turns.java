package uk.vehicleregister.command.desk;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Lines of those who were overtaken on the same stream: first come, first served. Streams share lines now and then,
/// which costs a wait and nothing else. Nobody stands in two lines, so none waits for another in a circle.
final class Turns {

    /// Given back when what it was for is done.
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Of who stands in no line.
    static final Turn NONE = () -> {};

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LINES = 1 << 10;

    private final ReentrantLock[] lines = new ReentrantLock[LINES];

    Turns() {
        for (int i = 0; i < LINES; i++) lines[i] = new ReentrantLock(true);
    }

    /// In the line of one of them, the same for the same streams; without a turn after two seconds.
    Turn await(Set<String> streams) {
        ReentrantLock line = lines[Math.floorMod(Collections.min(streams).hashCode(), LINES)];
        try {
            return line.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? line::unlock : NONE;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }
}
