package uk.vehicleregister.benchmarks.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// One run: the register is set up and loaded, what is wanted is measured, and then it is checked.
final class Bench {

    private final Stage.Order order;
    private final Set<Goal> wanted;
    private final long began = System.nanoTime();

    Bench(Stage.Order order, Set<Goal> wanted) {
        this.order = order;
        this.wanted = wanted;
    }

    Table run() throws Exception {
        Machine machine = Machine.here(order.form(), order.seed());
        List<Result> results = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        try (Stage stage = new Stage(order)) {
            stage.tell("loading " + Figures.whole(order.vehicles()) + " vehicles");
            results.addAll(new BulkLoad().measure(stage));
            boolean compared = false;
            for (Measurement measurement : measurements()) {
                if (Collections.disjoint(measurement.goals(), wanted)) continue;
                if (measurement.outrunsReadModels() && order.form().comparesEarly() && !compared) {
                    compareReadModel(stage, violations);
                    compared = true;
                }
                results.addAll(measured(measurement, stage, violations));
            }
            stage.tell(seconds() + " s: comparing log and acknowledgements");
            violations.addAll(Check.ofLog(stage));
            if (!compared) compareReadModel(stage, violations);
        }
        order.tell().accept(seconds() + " s in all");
        List<Result> shown = results.stream()
                .filter(result -> wanted.contains(result.goal()))
                .sorted(Comparator.comparing(Result::goal))
                .toList();
        return new Table(machine, shown, violations);
    }

    private void compareReadModel(Stage stage, List<String> violations) {
        stage.tell(seconds() + " s: comparing log and read model");
        try {
            violations.addAll(Check.ofReadModel(stage));
        } catch (Exception failed) {
            violations.add("The comparison of log and read model ended with " + failed);
        }
    }

    /// What cannot be measured is a fault, and yet no reason to throw away all other figures.
    private List<Result> measured(Measurement measurement, Stage stage, List<String> violations) {
        String name = measurement.getClass().getSimpleName();
        if (seconds() > order.form().beginsBefore().toSeconds())
            return none(measurement, "too slow a machine: there was no time left for it in a quick run");
        stage.tell(seconds() + " s: " + name);
        try {
            return measurement.measure(stage);
        } catch (Exception failed) {
            violations.add(name + " ended with " + failed);
            return none(measurement, failed.toString());
        }
    }

    private static List<Result> none(Measurement measurement, String why) {
        return measurement.goals().stream()
                .map(goal -> Result.notMeasured(goal, why))
                .toList();
    }

    /// In an order in which few services have to be started and ended, and the read side has nothing to catch up with.
    private static List<Measurement> measurements() {
        return List.of(
                new Lag(),
                new Enquiries(),
                new RebuildEnquiry(),
                new OverHttp(),
                new Replay(),
                new LogSize(),
                new StartUp(),
                new Growth(),
                new InProcess(),
                new CheckpointLag(),
                new AuditPrograms(),
                new SealingCost());
    }

    private long seconds() {
        return (System.nanoTime() - began) / 1_000_000_000;
    }
}
