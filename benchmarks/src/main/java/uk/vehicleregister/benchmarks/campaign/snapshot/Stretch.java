package uk.vehicleregister.benchmarks.campaign.snapshot;

import java.util.ArrayList;
import java.util.List;

/// Some seconds of full load: events a second, and how long a read model was behind, in milliseconds.
record Stretch(double perSecond, double lag) {

    /// Lag below this is as good as none: it is in the order of one batch of a projection.
    private static final double NO_LAG = 100;

    static double medianRate(List<Stretch> stretches) {
        return median(
                stretches.stream().mapToDouble(Stretch::perSecond).sorted().toArray());
    }

    static double medianLag(List<Stretch> stretches) {
        return median(stretches.stream().mapToDouble(Stretch::lag).sorted().toArray());
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// @param tolerated so many times as much is not yet found fault with
    static List<String> violations(List<Stretch> plain, List<Stretch> held, double tolerated) {
        List<String> found = new ArrayList<>();
        if (medianRate(plain) > tolerated * medianRate(held))
            found.add("under a held snapshot %.0f commands a second, else %.0f"
                    .formatted(medianRate(held), medianRate(plain)));
        if (medianLag(held) > tolerated * Math.max(NO_LAG, medianLag(plain)))
            found.add("under a held snapshot read models are %.0f ms behind, else %.0f ms"
                    .formatted(medianLag(held), medianLag(plain)));
        return found;
    }
}
