package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.benchmarks.wire.Wire;

/// A4: sales at a steady rate, two events each, into one process; for some of them how long it takes until the other
/// publishes a signed checkpoint over them.
final class CheckpointLag implements Measurement {

    private static final int SALES = 500;
    private static final int SECONDS = 20;
    private static final byte[] CHECKPOINT = Wire.get("/v1/log/checkpoint");

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.A4);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(EnumSet.allOf(Kind.class));
        stage.awaitReadModels();
        Cars cars = stage.cars(3);
        try (SteadySales sales = new SteadySales(stage, () -> new Signed(new Wire(stage.port(Kind.QUERY))))) {
            sales.run(cars.next(SALES * SECONDS / 2), SALES);
            double[] millis = sales.run(cars.next(SALES * SECONDS), SALES);
            Spread spread = Spread.of(millis);
            String figures = "at %.0f sales/s: p50 %.1f ms, most %.1f ms, %d looked at"
                    .formatted(sales.achieved(), spread.median(), spread.most(), millis.length);
            String note = sales.achieved() > 0.95 * SALES ? "" : "the rate was not kept up";
            return List.of(new Result(Goal.A4, Spread.of(Stopwatch.percentile(millis, 0.99) / 1_000), figures, note));
        }
    }

    /// Sees a sale once the signed size is beyond its last event.
    private record Signed(Wire wire) implements SteadySales.Eye {

        @Override
        public boolean sees(Car sold) throws IOException {
            String note = wire.send(CHECKPOINT).body();
            int size = note.indexOf('\n') + 1;
            return Long.parseLong(note.substring(size, note.indexOf('\n', size))) > sold.soldAt();
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
