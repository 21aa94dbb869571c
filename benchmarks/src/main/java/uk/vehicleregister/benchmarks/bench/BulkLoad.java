package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.program.fleet.Fleet;
import uk.vehicleregister.program.fleet.FleetFile;
import uk.vehicleregister.program.load.FileImport;

/// T9: the way `bin/register import` goes, over HTTP, through all rules, until the enquiries answer for the last row.
/// What it loads is what the others work on, so it runs always and first. It goes in two halves: services that have
/// just started are slower, and whoever loads a million has that once.
final class BulkLoad implements Measurement {

    private static final int GOAL_VEHICLES = 1_000_000;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T9);
    }

    @Override
    public List<Result> measure(Stage stage) throws IOException {
        Fleet fleet = Fleet.of(stage.order().seed(), LocalDate.parse(Stage.today()));
        int vehicles = stage.order().vehicles();
        int starting = vehicles / 2;
        stage.runOnly(EnumSet.allOf(Kind.class));
        List<Car> cars = new ArrayList<>();
        double start = seconds(stage, fleet, starting, cars);
        double warm = seconds(stage, fleet, vehicles - starting, cars);
        stage.load(cars);
        double perSecond = (vehicles - starting) / warm;
        return List.of(new Result(
                Goal.T9,
                Spread.of(start + (GOAL_VEHICLES - starting) / perSecond),
                String.format(
                        Locale.ROOT,
                        "%,d vehicles into services just started %.1f s, the next %,d %.1f s: %,.0f vehicles/s",
                        starting,
                        start,
                        vehicles - starting,
                        warm,
                        perSecond),
                vehicles == GOAL_VEHICLES ? "" : "scaled up at the rate of the second half"));
    }

    private static double seconds(Stage stage, Fleet fleet, int vehicles, List<Car> cars) throws IOException {
        Path file = stage.order().directory().resolve("fleet-" + cars.size() + ".csv");
        FleetFile.write(fleet, vehicles, file);
        FileImport.Account account = FileImport.run(file, stage.cluster().ports(), "load", true);
        if (account.rejected() > 0) throw new IllegalStateException(account.rejected() + " made-up rows were rejected");
        stage.ledger().loaded(account.loaded());
        cars.addAll(Cars.in(file));
        return account.seconds();
    }
}
