package uk.vehicleregister.benchmarks.campaign.trial;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long things took, to a twentieth, in little memory. Any number of threads.
public final class Times {

    private static final double STEP = Math.log(1.05);

    /// 5 % each, from a microsecond to some minutes.
    private final AtomicLongArray counts = new AtomicLongArray(400);

    public void add(long nanos) {
        int at = (int) (Math.log(Math.max(1, nanos / 1_000.0)) / STEP);
        counts.incrementAndGet(Math.min(at, counts.length() - 1));
    }

    public long count() {
        long count = 0;
        for (int i = 0; i < counts.length(); i++) count += counts.get(i);
        return count;
    }

    /// In milliseconds; 0 when nothing was timed.
    public double percentile(double percent) {
        long rank = (long) Math.ceil(count() * percent / 100);
        if (rank == 0) return 0;
        int at = 0;
        for (long seen = counts.get(0); seen < rank; seen += counts.get(at)) at++;
        return Math.exp((at + 1) * STEP) / 1_000;
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p99 %.1f ms, longest %.1f ms".formatted(percentile(50), percentile(99), percentile(100));
    }
}
