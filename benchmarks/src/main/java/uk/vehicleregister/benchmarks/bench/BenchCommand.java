package uk.vehicleregister.benchmarks.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.benchmarks.cluster.Directories;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.demo.DemoLog;

/// `bin/register bench`: figures against floors.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a register of its own against what the same server does at best, and prints one table.",
            "It starts its own PostgreSQL and services on free ports; a running demo is not touched, but disturbs."
        })
public final class BenchCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FORM",
            defaultValue = "quick",
            description =
                    "quick: some five minutes; full: some 45 minutes; audit: what auditors use, some fifteen minutes; jmh:"
                            + " what is small, each by itself. Default ${DEFAULT-VALUE}.")
    private String form = "quick";

    @Option(names = "--only", split = ",", paramLabel = "GOAL", description = "Only these, as in T1,T7.")
    private List<String> only = List.of();

    @Option(names = "--json", description = "Prints one JSON object and no progress.")
    private boolean json;

    @Option(names = "--seed", defaultValue = "20260701", description = "Of the fleet. Default ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        if (form.equals("jmh")) return Small.run();
        Set<Goal> wanted = wanted();
        Path directory = Files.createTempDirectory("bench-");
        DemoLog.to(Files.createDirectories(directory.resolve("bench-logs")));
        Bench bench = new Bench(order(directory, wanted), wanted);
        Table table;
        try {
            table = bench.run();
        } catch (Exception failed) {
            Say.progress("Data and logs are kept in " + directory);
            throw failed;
        }
        if (json) Say.json(table.json());
        else Say.answer(table.text());
        if (table.exitCode() == 0) Directories.delete(directory);
        else Say.progress("Data and logs are kept in " + directory);
        return table.exitCode();
    }

    /// What auditors use needs a log that is sealed.
    private Stage.Order order(Path directory, Set<Goal> wanted) {
        boolean sealed = wanted.stream().anyMatch(Goal::isForAuditors);
        return new Stage.Order(form(), form().vehicles(), seed, sealed, directory, this::tell);
    }

    private Form form() {
        return switch (form) {
            case "quick" -> Form.QUICK;
            case "full" -> Form.FULL;
            case "audit" -> Form.AUDIT;
            default -> throw Stopped.wrongUse("There is no form " + form + "; there are quick, full, audit and jmh.");
        };
    }

    private Set<Goal> wanted() {
        if (only.isEmpty()) {
            boolean audit = form() == Form.AUDIT;
            return Arrays.stream(Goal.values())
                    .filter(goal -> goal.isForAuditors() == audit)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Goal.class)));
        }
        Set<Goal> wanted = EnumSet.noneOf(Goal.class);
        for (String number : only) {
            List<Goal> found = List.of(Goal.values()).stream()
                    .filter(goal -> goal.number().equals(number.strip().toUpperCase(Locale.ROOT)))
                    .toList();
            if (found.isEmpty())
                throw Stopped.wrongUse("There is no goal " + number + "; they are T1 to T13, A1 to A4 and A6.");
            wanted.addAll(found);
        }
        return wanted;
    }

    private void tell(String line) {
        if (!json) Say.progress("  " + line);
    }
}
