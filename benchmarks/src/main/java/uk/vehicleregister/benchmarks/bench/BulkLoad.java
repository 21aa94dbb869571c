package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.program.fleet.Fleet;
import uk.vehicleregister.program.fleet.FleetFile;
import uk.vehicleregister.program.load.FileImport;

/// T9: the way `bin/register import` goes, over HTTP, through all rules, until the enquiries answer for the last row.
/// What it loads is what the others work on, so it runs always and first.
final class BulkLoad implements Measurement {

    private static final int GOAL_VEHICLES = 1_000_000;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T9);
    }

    @Override
    public List<Result> measure(Stage stage) throws IOException {
        int vehicles = stage.order().vehicles();
        Path fleet = stage.order().directory().resolve("fleet.csv");
        FleetFile.write(Fleet.of(stage.order().seed(), LocalDate.parse(Stage.today())), vehicles, fleet);
        stage.runOnly(EnumSet.allOf(Kind.class));
        FileImport.Account account = FileImport.run(fleet, stage.cluster().ports(), "load", true);
        stage.ledger().loaded(account.loaded());
        if (account.rejected() > 0) throw new IllegalStateException(account.rejected() + " made-up rows were rejected");
        stage.load(Cars.in(fleet));
        double seconds = account.seconds() * GOAL_VEHICLES / vehicles;
        String note = vehicles == GOAL_VEHICLES
                ? ""
                : "scaled up from " + String.format(Locale.ROOT, "%,d", vehicles) + " vehicles in " + account.seconds()
                        + " s";
        return List.of(new Result(
                Goal.T9,
                Spread.of(seconds),
                String.format(Locale.ROOT, "%,.0f vehicles/s", vehicles / account.seconds()),
                note));
    }
}
