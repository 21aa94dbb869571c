package uk.vehicleregister.program.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.load.FileImport.Account;

/// `bin/register import`: bulk load into the running register.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Loads a CSV file of vehicles into the running register.",
            "Broken or refused rows go to FILE.csv.rejected.csv and the rest is loaded. A second run of the same file"
                    + " changes nothing, so an interrupted one is simply run again."
        })
public final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv", description = "The file, in the import form (see: bin/register fleet).")
    private Path file = Path.of("fleet.csv");

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = Ports.DEFAULT,
            description = "The demo's --port (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--json",
            description = "Prints {\"rows\",\"loaded\",\"unchanged\",\"rejected\",\"seconds\"} and no progress.")
    private boolean json;

    @Override
    public Integer call() {
        Account account = FileImport.run(file, new Ports(port), "import", json);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("rows", account.rows());
            answer.put("loaded", account.loaded());
            answer.put("unchanged", account.unchanged());
            answer.put("rejected", account.rejected());
            answer.put("seconds", account.seconds());
            Say.json(answer);
        } else {
            Say.answer(table(account));
        }
        return 0;
    }

    private static String table(Account account) {
        StringBuilder table = new StringBuilder()
                .append(line("rows", account.rows()))
                .append(line("loaded", account.loaded()))
                .append(line("unchanged", account.unchanged()))
                .append(line("rejected", account.rejected()))
                .append(String.format("%-10s %10s", "seconds", account.seconds()));
        if (account.rejected() > 0) {
            table.append(System.lineSeparator())
                    .append("Rejected rows, with line and reason: ")
                    .append(account.rejects());
        }
        return table.toString();
    }

    private static String line(String name, long count) {
        return String.format("%-10s %10d%n", name, count);
    }
}
