package uk.vehicleregister.benchmarks.campaign.trial;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waiting for something to become so.
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Await() {}

    /// Asks again and again; a database or a service that cannot be asked counts as not yet. False when time is up.
    public static boolean within(Duration atMost, Callable<Boolean> so) {
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                if (so.call()) return true;
            } catch (SQLException | IOException notYet) {
                // asked again
            } catch (Exception fault) {
                throw new IllegalStateException(fault);
            }
            if (System.nanoTime() - until > 0) return false;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
