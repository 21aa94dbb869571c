package uk.vehicleregister.benchmarks;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.vehicleregister.benchmarks.bench.BenchCommand;
import uk.vehicleregister.benchmarks.campaign.CampaignCommand;
import uk.vehicleregister.program.Stopped;

/// The program behind `bin/register bench` and `bin/register campaign`, with exit codes as the register's: 0 done, 1
/// found wrong, 2 wrong use, 3 cannot reach or start something.
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Measures the register, and does faults to it.",
        subcommands = {BenchCommand.class, CampaignCommand.class})
public final class Benchmarks implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setExecutionExceptionHandler(Benchmarks::inWords)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        if (spec != null) spec.commandLine().usage(System.err);
        return 2;
    }

    private static int inWords(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        if (problem instanceof Stopped stopped) {
            command.getErr().println(stopped.words());
            return stopped.exitCode();
        }
        problem.printStackTrace(command.getErr());
        return 3;
    }
}
