package uk.vehicleregister.program.tour;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Say;

/// `bin/register tour`: walks a running demo through its journeys, and fails when a step is not as expected.
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description =
                "Walks the running demo through a sale, the trade, a retention, an assignment and a look back in time.")
public final class TourCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = Ports.DEFAULT,
            description = "The demo's --port (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--today", paramLabel = "DATE", description = "The demo's --today, if it was given one.")
    private @Nullable LocalDate today;

    @Option(names = "--json", description = "Prints {\"steps\":[...]} at the end and nothing meanwhile.")
    private boolean json;

    @Override
    public Integer call() {
        try (Walk walk = new Walk(new Ports(port), json)) {
            new Tour(walk, today == null ? LocalDate.now(ZoneId.of("Europe/London")) : today).take();
            if (json) {
                Say.json(Map.of("steps", walk.taken()));
            } else {
                Say.answer("Done: " + walk.taken().size() + " steps, all as expected.");
            }
        }
        return 0;
    }
}
