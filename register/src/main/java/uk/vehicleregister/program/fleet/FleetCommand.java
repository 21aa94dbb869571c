package uk.vehicleregister.program.fleet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;

/// `bin/register fleet`: writes a made-up fleet in the import form.
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description = "Writes a made-up fleet as a CSV file for 'import'. The same seed gives the same file.")
public final class FleetCommand implements Callable<Integer> {

    private static final int MOST_VEHICLES = 1_000_000;

    @Option(names = "--vehicles", required = true, paramLabel = "N", description = "How many vehicles (1 to 1000000).")
    private int vehicles;

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description = {
                "Makes, models, years, fuels and engine sizes from this .csv or .csv.gz file, columns make,model,year,"
                        + "fuelType,engineLitres. Its broken rows are kept as broken rows.",
                "Without it: a short built-in list."
            })
    private @Nullable Path models;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "A whole number (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to write it.")
    private Path out = Path.of("fleet.csv");

    @Option(names = "--json", description = "Prints {\"vehicles\",\"file\",\"seconds\"}.")
    private boolean json;

    @Override
    public Integer call() {
        if (vehicles < 1 || vehicles > MOST_VEHICLES) {
            throw Stopped.wrongUse("--vehicles must be from 1 to " + MOST_VEHICLES + ".");
        }
        long began = System.nanoTime();
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));
        List<Model> from = models == null ? BuiltInModels.all() : ModelsFile.read(models);
        FleetFile.write(Fleet.of(from, seed, today), vehicles, out);
        double seconds = Math.round((System.nanoTime() - began) / 1e7) / 100.0;
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("vehicles", vehicles);
            answer.put("file", out.toString());
            answer.put("seconds", seconds);
            Say.json(answer);
        } else {
            Say.answer(vehicles + " vehicles written to " + out + " in " + seconds + " s. Next: bin/register import "
                    + out);
        }
        return 0;
    }
}
