package uk.vehicleregister.benchmarks.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.vehicleregister.query.seal.SealerInProcess;

/// A6: keeper changes in process, as in T1, with a sealer at work on the same log and without one. Each runs twice in a
/// round, one of them first and last and the other in between, so that getting faster meanwhile counts for neither.
final class SealingCost implements Measurement {

    private static final String SEALED = "while sealed";
    private static final String ALONE = "not sealed";

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.A6);
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
                SealerInProcess sealer = new SealerInProcess(
                        stage.as(stage.cluster().database().query()),
                        stage.cluster().sealingKey(),
                        stage.cluster().database().url(),
                        stage.cluster().database().sealer())) {
            HotSales sales = new HotSales(stage, commands, connections);
            sales.warmUp(Map.of());
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= stage.form().rounds(); i++) {
                boolean sealedOutside = i % 2 == 1;
                double before = sales.floor();
                double first = turn(sealedOutside, sales, sealer, stage);
                double second = turn(!sealedOutside, sales, sealer, stage);
                double third = turn(!sealedOutside, sales, sealer, stage);
                double last = turn(sealedOutside, sales, sealer, stage);
                double outside = (first + last) / 2;
                double inside = (second + third) / 2;
                Map<String, Double> figures = new LinkedHashMap<>();
                figures.put(SEALED, sealedOutside ? outside : inside);
                figures.put(ALONE, sealedOutside ? inside : outside);
                rounds.add(new Round(before, figures, sales.floor()));
                stage.tell(Figures.line("in process, hot, round " + i, rounds.getLast()));
            }
            Rounds all = new Rounds(rounds);
            return List.of(Result.of(
                    Goal.A6,
                    all,
                    all.ratio(SEALED, ALONE),
                    Figures.perSecond(all, SEALED) + ", " + Figures.perSecond(all, ALONE)));
        }
    }

    private static double turn(boolean sealed, HotSales sales, SealerInProcess sealer, Stage stage) throws Exception {
        return sealed ? sealed(sales, sealer, stage) : alone(sales);
    }

    private static double alone(HotSales sales) throws Exception {
        Load.Clients next = sales.next();
        System.gc();
        return sales.perSecond(next);
    }

    /// What was recorded before is sealed before the clock runs.
    private static double sealed(HotSales sales, SealerInProcess sealer, Stage stage) throws Exception {
        Load.Clients next = sales.next();
        sealer.start();
        try {
            sealer.await(stage.lastPosition() + 1);
            System.gc();
            double perSecond = sales.perSecond(next);
            sealer.await(stage.lastPosition() + 1);
            return perSecond;
        } finally {
            sealer.stop();
        }
    }
}
