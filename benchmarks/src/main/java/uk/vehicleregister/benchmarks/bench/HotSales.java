package uk.vehicleregister.benchmarks.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rounds of keeper changes through the command bus whose streams are in the cache, between two floors A.
final class HotSales {

    static final String NAME = "keeper changes";

    /// More than the cache holds would not be hot.
    static final int MOST = 25_000;

    private final Stage stage;
    private final CommandsInProcess commands;
    private final Connections connections;

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
            List<Car> hot = cars.next(share);
            commands.warm(hot);
            Load.Clients sales = commands.sales(hot, Stage.today());
            System.gc();
            double before = floor();
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put(NAME, perSecond(sales));
            for (Map.Entry<String, Load.Clients> peer : beside.entrySet())
                figures.put(peer.getKey(), perSecond(peer.getValue()));
            rounds.add(new Round(before, figures, floor()));
            commands.forget(hot);
            stage.tell(Figures.line("in process, hot, round " + i, rounds.getLast()));
        }
        return new Rounds(rounds);
    }

    private void warmUp(Cars cars, int share, Map<String, Load.Clients> beside) throws Exception {
        Duration time = stage.form().warmUp();
        for (Load.Clients peer : beside.values()) Load.run(Stage.CLIENTS, time.dividedBy(4), peer);
        Load.warmUp(Stage.CLIENTS, time, () -> commands.sales(cars.next(share), Stage.today()));
        floor();
    }

    private double floor() throws Exception {
        return perSecond(stage.floors().inserts(connections));
    }

    private double perSecond(Load.Clients clients) throws Exception {
        return Load.run(Stage.CLIENTS, stage.form().turn(), clients).perSecond();
    }
}
