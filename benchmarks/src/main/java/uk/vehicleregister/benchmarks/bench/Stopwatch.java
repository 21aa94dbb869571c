package uk.vehicleregister.benchmarks.bench;

import java.util.Arrays;

/// Times that were taken, in whatever unit.
final class Stopwatch {

    private Stopwatch() {}

    static double percentile(double[] taken, double part) {
        if (taken.length == 0) return Double.NaN;
        double[] sorted = taken.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }
}
