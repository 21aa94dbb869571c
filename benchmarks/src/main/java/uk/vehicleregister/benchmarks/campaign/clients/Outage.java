package uk.vehicleregister.benchmarks.campaign.clients;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Rides out the time in which the database is away.
public final class Outage {

    /// Longer than any recovery may take.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofMillis(50);

    public static <T> T rideOut(Supplier<T> work) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException away) {
                if (System.nanoTime() - until > 0) throw away;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private Outage() {}
}
