package uk.vehicleregister.benchmarks.campaign.soak;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Times;
import uk.vehicleregister.benchmarks.wire.Wire;

/// The other side of the load: vehicle enquiries at a steady rate, and a look at the lag ten times a second; until
/// closed.
final class Enquirers implements AutoCloseable {

    /// A second. The demo's customer may ask a thousand times and is told to wait beyond that.
    static final double MOST = 900;

    private static final int ENQUIRERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MotTrial trial;
    private final List<String> marks;
    private final Times times = new Times();
    private final Times lag;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong tickets = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final long start = System.nanoTime();
    private volatile boolean closed;

    Enquirers(MotTrial trial, double perSecond, Times lag) {
        this.trial = trial;
        this.lag = lag;
        marks = trial.marks();
        for (int i = 0; i < ENQUIRERS; i++) threads.add(Thread.startVirtualThread(() -> enquire(1e9 / perSecond)));
        threads.add(Thread.startVirtualThread(this::watchLag));
    }

    Times times() {
        return times;
    }

    long refused() {
        return refused.get();
    }

    private void enquire(double pause) {
        try (Wire wire = new Wire(trial.query().address(), PATIENCE)) {
            while (!closed) {
                long ticket = tickets.getAndIncrement();
                LockSupport.parkNanos(start + (long) (ticket * pause) - System.nanoTime());
                String mark = marks.get((int) (ticket % marks.size()));
                long asked = System.nanoTime();
                int status = wire.send(
                                "/vehicle-enquiry/v1/vehicles",
                                "x-api-key: demo-ves-key\r\n",
                                Map.of("registrationNumber", mark))
                        .status();
                times.add(System.nanoTime() - asked);
                if (status != 200) refused.incrementAndGet();
            }
        } catch (IOException noAnswer) {
            refused.incrementAndGet();
        }
    }

    private void watchLag() {
        while (!closed) {
            try {
                long asked = System.nanoTime();
                trial.awaitProjected(PATIENCE);
                lag.add(System.nanoTime() - asked);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            } catch (SQLException gone) {
                return;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) thread.join();
    }
}
