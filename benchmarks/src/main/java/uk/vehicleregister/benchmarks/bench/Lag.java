package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.benchmarks.wire.Wire;

/// T8: sales at a steady rate into one process, and for some of them how long it takes until the enquiry of the other
/// process tells of the new V5C. Where the register cannot keep up the rate is halved until it can.
final class Lag implements Measurement {

    private static final int RATE = 1_000;
    private static final int LEAST = 125;

    /// With more than this the read side falls behind further and further: that is no lag but a queue.
    private static final double A_QUEUE = 1_000;

    /// Sees a sale once the enquiry tells of the V5C of today: of a car that was not sold today before.
    private record Told(EnquiryClient enquiries, Wire wire, String sought) implements SteadySales.Eye {

        Told(EnquiryClient enquiries, int port) {
            this(enquiries, new Wire(port), "\"dateOfLastV5CIssued\":\"" + Stage.today() + "\"");
        }

        @Override
        public boolean sees(Car sold) throws IOException {
            return enquiries.ask(sold.mark(), wire).contains(sought);
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T8);
    }

    /// At half the rate and then at the whole, with other cars than those that are looked at.
    private static void warmUp(SteadySales sales, Cars cars, Stage stage) throws Exception {
        int half = Math.toIntExact(stage.form().warmUp().toSeconds() / 2);
        sales.run(cars.next(half * RATE / 2), RATE / 2);
        sales.run(cars.next(Math.min(cars.size(), half * RATE)), RATE);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(EnumSet.allOf(Kind.class));
        stage.awaitReadModels();
        Cars cars = stage.cars(3);
        EnquiryClient enquiries = new EnquiryClient(stage);
        int seconds = stage.form() == Form.QUICK ? 5 : 10;
        try (SteadySales sales = new SteadySales(stage, () -> new Told(enquiries, stage.port(Kind.QUERY)))) {
            warmUp(sales, stage.cars(1), stage);
            stage.awaitReadModels();
            for (int rate = RATE; ; rate /= 2) {
                double[] lags = sales.run(cars.unsold(rate * seconds), rate);
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
