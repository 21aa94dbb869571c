package uk.vehicleregister.benchmarks.bench;

import java.util.Map;

/// One turn of what is compared, floor - ours - peers - floor; figures are of one kind, the higher the better.
///
/// @param figures by name, of all that ran between the two floors
record Round(double floorBefore, Map<String, Double> figures, double floorAfter) {

    /// The machine changed its pace within the round: nothing can be concluded from it.
    private static final double TOO_FAR_APART = 1.5;

    boolean isSound() {
        double less = Math.min(floorBefore, floorAfter);
        return less > 0 && Math.max(floorBefore, floorAfter) / less <= TOO_FAR_APART;
    }

    double floor() {
        return (floorBefore + floorAfter) / 2;
    }

    double figure(String name) {
        Double figure = figures.get(name);
        if (figure == null) throw new IllegalArgumentException("nothing called " + name + " ran in this round");
        return figure;
    }

    double ratioToFloor(String name) {
        return figure(name) / floor();
    }
}
