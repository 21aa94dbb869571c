package uk.vehicleregister.benchmarks.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;

/// T8: sales at a steady rate into one process, and for some of them how long it takes until the enquiry of the other
/// process tells of the new V5C. Where the register cannot keep up the rate is halved until it can.
final class Lag implements Measurement {

    private static final int RATE = 1_000;
    private static final int LEAST = 125;
    private static final long LEAST_SECONDS = 5;

    /// With more than this the read side falls behind further and further: that is no lag but a queue.
    private static final double A_QUEUE = 1_000;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T8);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(EnumSet.allOf(Kind.class));
        stage.awaitReadModels();
        Cars cars = stage.cars(3);
        try (SteadySales sales = new SteadySales(stage)) {
            sales.run(cars.next(2 * RATE), RATE / 2); // warm
            stage.awaitReadModels();
            for (int rate = RATE; ; rate /= 2) {
                double[] lags = sales.run(
                        cars.next(rate
                                * Math.toIntExact(Math.max(
                                        LEAST_SECONDS, stage.form().warmUp().toSeconds() / 2))),
                        rate);
                stage.awaitReadModels();
                double achieved = sales.achieved();
                Spread spread = Spread.of(lags);
                double p99 = Stopwatch.percentile(lags, 0.99);
                stage.tell("lag at %d/s (%.0f/s achieved): p50 %.1f ms, p99 %.1f ms"
                        .formatted(rate, achieved, spread.median(), p99));
                boolean keptUp = p99 < A_QUEUE && achieved > 0.95 * rate;
                if (!keptUp && rate > LEAST) continue;
                String figures = "at %s/s: p50 %.1f ms, most %.1f ms, %d looked at"
                        .formatted(Figures.whole(achieved), spread.median(), spread.most(), lags.length);
                String note =
                        rate == RATE && keptUp ? "" : "not at 1,000/s, which cannot be kept up: at " + rate + "/s";
                return List.of(new Result(Goal.T8, Spread.of(p99), figures, note));
            }
        }
    }
}
