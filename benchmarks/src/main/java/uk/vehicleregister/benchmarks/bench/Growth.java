package uk.vehicleregister.benchmarks.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;

/// T10: keeper changes and enquiries on a log of a hundred thousand events, and again on the same log of ten million.
/// Each is taken as its ratio to the floor of its own rounds, so that a machine that slows down meanwhile does not
/// count.
final class Growth implements Measurement {

    /// Three events each.
    private static final int VEHICLES = 34_000;

    private static final int COPIES = 97;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T10, Goal.T10_READ);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        if (stage.form() == Form.QUICK) {
            String why = "ten million events take longer than a quick run";
            return List.of(Result.notMeasured(Goal.T10, why), Result.notMeasured(Goal.T10_READ, why));
        }
        stage.runOnly(Set.of());
        Path directory = Files.createDirectories(stage.order().directory().resolve("growth"));
        Stage.Order order = stage.order();
        try (Stage own =
                new Stage(new Stage.Order(order.form(), VEHICLES, order.seed(), false, directory, order.tell()))) {
            new BulkLoad().measure(own);
            own.tell("growth: before");
            Spread changes = changes(own);
            Spread enquiries = enquiries(own);
            own.runOnly(Set.of());
            demandAgreement(own);
            long events = GrownLog.grow(own, COPIES);
            own.tell("growth: at " + Figures.whole(events) + " events");
            return List.of(
                    result(Goal.T10, changes, changes(own), events),
                    result(Goal.T10_READ, enquiries, enquiries(own), events));
        }
    }

    /// Only now: the copies were acknowledged to nobody.
    private static void demandAgreement(Stage own) throws Exception {
        List<String> violations = Check.ofLog(own);
        if (!violations.isEmpty()) throw new IllegalStateException("before it grew: " + String.join("; ", violations));
    }

    private static Result result(Goal goal, Spread before, Spread after, long events) {
        if (before.isEmpty() || after.isEmpty())
            return Result.notMeasured(goal, "every round was thrown away, floors too far apart");
        String figures = String.format(
                Locale.ROOT,
                "to its floor %.2fx before, %.2fx at %s events",
                before.median(),
                after.median(),
                Figures.whole(events));
        return new Result(goal, Spread.of(before.median() / after.median()), figures, "");
    }

    private static Spread changes(Stage own) throws Exception {
        own.runOnly(Set.of());
        try (CommandsInProcess commands = new CommandsInProcess(own.cluster(), own.ledger());
                Connections connections = new Connections(own.superuser("register"))) {
            return new HotSales(own, commands, connections).rounds(Map.of()).toFloor(HotSales.NAME);
        }
    }

    /// Whatever the read models have not taken in yet would be taken in meanwhile, so it is waited for.
    private static Spread enquiries(Stage own) throws Exception {
        own.runOnly(EnumSet.of(Kind.QUERY));
        own.awaitReadModels();
        return Enquiries.rounds(own).toFloor(Enquiries.OURS);
    }
}
