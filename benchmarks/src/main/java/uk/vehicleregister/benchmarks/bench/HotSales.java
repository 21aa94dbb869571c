package uk.vehicleregister.benchmarks.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rounds of keeper changes through the command bus whose streams are in the cache, between two floors A.
final class HotSales {

    static final String NAME = "keeper changes";

    static final int MOST = 25_000;

    private final Stage stage;
    private final CommandsInProcess commands;
    private final Connections connections;
    private List<Car> hot = List.of();

    HotSales(Stage stage, CommandsInProcess commands, Connections connections) {
        this.stage = stage;
        this.commands = commands;
        this.connections = connections;
    }

    /// @param beside what else runs in each round
    Rounds rounds(Map<String, Load.Clients> beside) throws Exception {
        Cars cars = stage.cars(0);
        int share = Math.min(MOST, cars.size());
        warmUp(cars, share, beside);
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= stage.form().rounds(); i++) {
            Load.Clients sales = sales(cars, share);
            System.gc();
            double before = floor();
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put(NAME, perSecond(sales));
            for (Map.Entry<String, Load.Clients> peer : beside.entrySet())
                figures.put(peer.getKey(), perSecond(peer.getValue()));
            rounds.add(new Round(before, figures, floor()));
            stage.tell(Figures.line("in process, hot, round " + i, rounds.getLast()));
        }
        return new Rounds(rounds);
    }

    private Load.Clients sales(Cars cars, int share) throws Exception {
        commands.forget(hot);
        hot = commands.warm(cars.next(share));
        return commands.sales(hot, Stage.today());
    }

    private void warmUp(Cars cars, int share, Map<String, Load.Clients> beside) throws Exception {
        Duration time = stage.form().warmUp();
        for (Load.Clients peer : beside.values()) Load.run(Stage.CLIENTS, time.dividedBy(4), peer);
        Load.warmUp(Stage.CLIENTS, time, () -> sales(cars, share));
        floor();
    }

    private double floor() throws Exception {
        return perSecond(stage.floors().inserts(connections));
    }

    private double perSecond(Load.Clients clients) throws Exception {
        return Load.run(Stage.CLIENTS, stage.form().turn(), clients).perSecond();
    }
}
