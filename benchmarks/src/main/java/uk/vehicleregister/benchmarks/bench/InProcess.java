package uk.vehicleregister.benchmarks.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// T1, T2 and T12: keeper changes through the command bus of a command service in this process, and in the same rounds
/// the peers.
final class InProcess implements Measurement {

    private static final String OURS = HotSales.NAME;
    private static final String STOCK = "stock Axon JPA";
    private static final String PLAIN = "plain appends";
    private static final String PEKKO = "Pekko JDBC";

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T1, Goal.T2, Goal.T12);
    }

    @Override
    public boolean outrunsReadModels() {
        return true;
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(Set.of());
        try (CommandsInProcess commands = new CommandsInProcess(stage.cluster(), stage.ledger());
                Connections connections = new Connections(stage.superuser("register"));
                Peers peers = Peers.on(stage, commands)) {
            Map<String, Load.Clients> beside = new LinkedHashMap<>();
            beside.put(STOCK, peers.stockAxon());
            beside.put(PLAIN, peers.plainAppends());
            beside.put(PEKKO, peers.pekko());
            Rounds hot = new HotSales(stage, commands, connections).rounds(beside);
            peers.check();
            Rounds cold = cold(stage, commands, connections);
            String figures = Figures.perSecond(hot, OURS) + "; " + PLAIN + " "
                    + Figures.whole(hot.figure(PLAIN).median()) + "/s, " + PEKKO + " "
                    + Figures.whole(hot.figure(PEKKO).median()) + "/s";
            return List.of(
                    Result.of(Goal.T1, hot, hot.toFloor(OURS), figures),
                    Result.of(Goal.T2, cold, cold.toFloor(OURS), Figures.perSecond(cold, OURS)),
                    Result.of(
                            Goal.T12,
                            hot,
                            hot.ratio(OURS, STOCK),
                            STOCK + " " + Figures.whole(hot.figure(STOCK).median()) + "/s"));
        }
    }

    private static Rounds cold(Stage stage, CommandsInProcess commands, Connections connections) throws Exception {
        Cars cars = stage.cars(2);
        Duration turn = stage.form().turn();
        int share = Math.min(HotSales.MOST, cars.size());
        Load.run(Stage.CLIENTS, turn, stage.floors().readsAndInserts(connections));
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= stage.form().rounds(); i++) {
            List<Car> cold = cars.next(share);
            commands.forget(cold);
            Load.Clients sales = commands.sales(cold, Stage.today());
            System.gc();
            double before = Load.run(Stage.CLIENTS, turn, stage.floors().readsAndInserts(connections))
                    .perSecond();
            double ours = Load.run(Stage.CLIENTS, turn, sales).perSecond();
            double after = Load.run(Stage.CLIENTS, turn, stage.floors().readsAndInserts(connections))
                    .perSecond();
            commands.forget(cold);
            rounds.add(new Round(before, Map.of(OURS, ours), after));
            stage.tell(Figures.line("in process, cold, round " + i, rounds.getLast()));
        }
        return new Rounds(rounds);
    }
}
