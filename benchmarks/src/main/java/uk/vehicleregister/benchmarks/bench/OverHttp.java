package uk.vehicleregister.benchmarks.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;

/// T3 and T4: keeper changes as clients send them, with a bearer token and an idempotency key each.
final class OverHttp implements Measurement {

    private static final String OURS = "over HTTP";

    /// A part of what the service's cache holds, however often they were sold before.
    private static final int HOT = 5_000;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T3, Goal.T4, Goal.T4_ONE);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(EnumSet.of(Kind.COMMAND));
        Cars cars = stage.cars(1);
        HttpSales sales = new HttpSales(stage);
        Load.warmUp(Stage.CLIENTS, stage.form().warmUp(), () -> hot(sales, cars));
        List<Double> slowest = new ArrayList<>();
        Rounds many = rounds(stage, sales, cars, Stage.CLIENTS, slowest);
        Rounds one = rounds(stage, sales, cars, 1, new ArrayList<>());
        String figures = Figures.perSecond(many, OURS);
        return List.of(
                Result.of(Goal.T3, many, many.toFloor(OURS), figures),
                Result.of(
                        Goal.T4,
                        many,
                        Spread.of(slowest.stream().mapToDouble(p99 -> p99).toArray()),
                        figures),
                Result.of(Goal.T4_ONE, one, one.toFloor(OURS), Figures.perSecond(one, OURS)));
    }

    /// Cars that have just been sold, so that their streams are in the cache.
    private static Load.Clients hot(HttpSales sales, Cars cars) throws Exception {
        List<Car> some = cars.next(Math.min(HOT, cars.size()));
        Load.run(Stage.CLIENTS, Duration.ofMinutes(1), sales.of(some));
        return sales.of(cars.delivered(some));
    }

    private static Rounds rounds(Stage stage, HttpSales sales, Cars cars, int clients, List<Double> p99)
            throws Exception {
        Duration turn = stage.form().turn();
        List<Round> rounds = new ArrayList<>();
        try (Connections connections = new Connections(stage.superuser("register"))) {
            Load.run(clients, turn.dividedBy(2), stage.floors().inserts(connections));
            for (int i = 1; i <= stage.form().rounds(); i++) {
                Load.Clients ours = hot(sales, cars);
                double before = Load.run(clients, turn, stage.floors().inserts(connections))
                        .perSecond();
                Load.Measured measured = Load.run(clients, turn, ours);
                double after = Load.run(clients, turn, stage.floors().inserts(connections))
                        .perSecond();
                Round round = new Round(before, Map.of(OURS, measured.perSecond()), after);
                rounds.add(round);
                if (round.isSound()) p99.add(measured.percentileMillis(0.99));
                stage.tell(Figures.line("HTTP, " + clients + " clients, round " + i, round));
            }
        }
        return new Rounds(rounds);
    }
}
