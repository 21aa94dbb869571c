package uk.vehicleregister.benchmarks.campaign.trial;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import uk.vehicleregister.benchmarks.wire.Wire;

/// Many senders at once; each sends at least one command, however slow the machine is.
public final class Senders {

    private static final Duration WARMING = Duration.ofSeconds(5);

    private final Supplier<Wire> wires;
    private final MotTrial trial;
    private final int senders;

    public Senders(MotTrial trial, int senders) {
        this(trial::wire, trial, senders);
    }

    /// @param wires to the command service that is to be sent to
    public Senders(Supplier<Wire> wires, MotTrial trial, int senders) {
        this.wires = wires;
        this.trial = trial;
        this.senders = senders;
    }

    /// What came of it; times in milliseconds.
    public record Run(double seconds, Times recorded, Times shed, Times unknown) {

        public double recordedASecond() {
            return recorded.count() / seconds;
        }

        public double offeredASecond() {
            return (recorded.count() + shed.count() + unknown.count()) / seconds;
        }
    }

    /// Each sends the next command as soon as it has its answer.
    public Run asFastAsAnswered(Duration time) throws InterruptedException {
        return run(time, 0);
    }

    /// Until it gets no faster: a service that has just started is compiled while it works.
    public void warmUp(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        double best = 0;
        for (int steady = 0; steady < 3 && System.nanoTime() - until < 0; steady++) {
            double now = asFastAsAnswered(WARMING).recordedASecond();
            if (now > 1.1 * best) steady = -1;
            best = Math.max(best, now);
        }
    }

    /// So many a second, however long answers take: as the public does. Fewer, when all senders wait for answers.
    public Run paced(double perSecond, Duration time) throws InterruptedException {
        return run(time, 1e9 / perSecond);
    }

    private Run run(Duration time, double pause) throws InterruptedException {
        Times recorded = new Times();
        Times shed = new Times();
        Times unknown = new Times();
        AtomicLong tickets = new AtomicLong();
        CountDownLatch done = new CountDownLatch(senders);
        long start = System.nanoTime();
        for (int i = 0; i < senders; i++)
            Thread.startVirtualThread(() -> {
                try (Wire wire = wires.get()) {
                    for (boolean sentSome = false; ; sentSome = true) {
                        long due = start + (long) (tickets.getAndIncrement() * pause);
                        if (sentSome && Math.max(due, System.nanoTime()) - start >= time.toNanos()) return;
                        LockSupport.parkNanos(due - System.nanoTime());
                        MotTrial.Sent sent = trial.send(trial.next(), wire);
                        if (sent.isRecorded()) recorded.add(sent.nanos());
                        else if (sent.saysNothingRecorded()) shed.add(sent.nanos());
                        else unknown.add(sent.nanos());
                    }
                } finally {
                    done.countDown();
                }
            });
        done.await();
        return new Run((System.nanoTime() - start) / 1e9, recorded, shed, unknown);
    }
}
