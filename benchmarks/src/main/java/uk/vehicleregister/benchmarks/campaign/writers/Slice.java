package uk.vehicleregister.benchmarks.campaign.writers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What some clients got done in some seconds.
///
/// @param perClient commands acknowledged to each
/// @param latencies of each command with all its tries, in nanoseconds, in order
record Slice(double seconds, List<Integer> perClient, List<Long> latencies) {

    static Slice of(double seconds, List<List<Long>> latenciesOfEach) {
        List<Long> all = new ArrayList<>();
        latenciesOfEach.forEach(all::addAll);
        Collections.sort(all);
        return new Slice(seconds, latenciesOfEach.stream().map(List::size).toList(), all);
    }

    double perSecond() {
        return latencies.size() / seconds;
    }

    double millis(double quantile) {
        if (latencies.isEmpty()) return Double.NaN;
        return latencies.get((int) Math.min(latencies.size() - 1L, (long) (quantile * latencies.size()))) / 1e6;
    }

    /// Of the commands done, the part of those clients that share a service: even numbers the first, odd the second.
    double partOfTheSecond() {
        int second = 0;
        for (int i = 1; i < perClient.size(); i += 2) second += perClient.get(i);
        return latencies.isEmpty() ? 0 : (double) second / latencies.size();
    }
}
