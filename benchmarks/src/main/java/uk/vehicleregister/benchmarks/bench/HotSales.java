package uk.vehicleregister.benchmarks.bench;

import java.sql.SQLException;
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
    private final Cars cars;
    private List<Car> hot = List.of();

    HotSales(Stage stage, CommandsInProcess commands, Connections connections) throws SQLException {
        this.stage = stage;
        this.commands = commands;
        this.connections = connections;
        this.cars = stage.cars(0);
    }

    /// @param beside what else runs in each round
    Rounds rounds(Map<String, Load.Clients> beside) throws Exception {
        warmUp(beside);
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= stage.form().rounds(); i++) {
            Load.Clients sales = next();
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

    /// Cars not sold for the longest time, each to be sold once.
    Load.Clients next() throws Exception {
        commands.forget(hot);
        hot = commands.warm(cars.next(Math.min(MOST, cars.size())));
        return commands.sales(hot, Stage.today());
    }

    void warmUp(Map<String, Load.Clients> beside) throws Exception {
        Duration time = stage.form().warmUp();
        for (Load.Clients peer : beside.values()) Load.run(Stage.CLIENTS, time.dividedBy(4), peer);
        Load.warmUp(Stage.CLIENTS, time, this::next);
        floor();
    }

    double floor() throws Exception {
        return perSecond(stage.floors().inserts(connections));
    }

    double perSecond(Load.Clients clients) throws Exception {
        return Load.run(Stage.CLIENTS, stage.form().turn(), clients).perSecond();
    }
}
