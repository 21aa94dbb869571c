package uk.vehicleregister.program.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;

/// `bin/register demo`: everything in one go, until Ctrl-C or SIGTERM.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts PostgreSQL, both services and the development issuer on this machine, loads sample vehicles the"
                        + " first time, and says how to try them. The data is kept.")
public final class DemoCommand implements Callable<Integer> {

    private static final int MOST_VEHICLES = 1_000_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:register.home:-.}/.data",
            description = "Where the data is kept (default: .data in the repository).")
    private Path data = Path.of(".data");

    @Option(
            names = "--vehicles",
            paramLabel = "N",
            defaultValue = "200",
            description = "Sample vehicles to load the first time (default ${DEFAULT-VALUE}).")
    private int vehicles;

    @Option(names = "--today", paramLabel = "DATE", description = "Moves business dates, as in 2026-03-01.")
    private @Nullable LocalDate today;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = Ports.DEFAULT,
            description = "First port: command service P+1, query service P+2, issuer P+3 (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--no-portal", description = "Without the web pages.")
    private boolean noPortal;

    @Option(names = "--json", description = "Prints the addresses and sample vehicles as one line of JSON when ready.")
    private boolean json;

    /// The launcher's trial run after a build: what it sees used, later starts find prepared.
    @Option(names = "--end-when-ready", hidden = true)
    private boolean endWhenReady;

    @Override
    public Integer call() throws Exception {
        if (vehicles < 0 || vehicles > MOST_VEHICLES) {
            throw Stopped.wrongUse("--vehicles must be from 0 to " + MOST_VEHICLES + ".");
        }
        DemoOptions options = new DemoOptions(data.toAbsolutePath().normalize(), vehicles, today, new Ports(port));
        Say.progress("Starting the vehicle register ...");
        Demo demo = new Demo(options);
        UntilSignal.ends(demo);
        demo.start();
        ReadyBlock block =
                new ReadyBlock(options, SampleVehicles.toTry(options.data().resolve("sample.csv")));
        if (json) {
            Say.json(block.json());
        } else {
            Say.answer(block.text());
        }
        if (endWhenReady) {
            demo.close();
            return 0;
        }
        new CountDownLatch(1).await(); // the signal ends the process
        return 0;
    }
}
