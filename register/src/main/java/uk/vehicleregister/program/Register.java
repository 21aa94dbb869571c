package uk.vehicleregister.program;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.vehicleregister.program.audit.ExportCommand;
import uk.vehicleregister.program.audit.RehearseCommand;
import uk.vehicleregister.program.audit.ReplayCommand;
import uk.vehicleregister.program.audit.RestoreCommand;
import uk.vehicleregister.program.audit.VerifyCommand;
import uk.vehicleregister.program.demo.DemoCommand;
import uk.vehicleregister.program.fleet.FleetCommand;
import uk.vehicleregister.program.issuer.TokenCommand;
import uk.vehicleregister.program.load.ImportCommand;
import uk.vehicleregister.program.seal.SealingKeyCommand;
import uk.vehicleregister.program.serve.ServeCommand;
import uk.vehicleregister.program.tour.TourCommand;
import uk.vehicleregister.program.witness.WitnessCommand;

/// The program behind `bin/register`. Exit codes: 0 done, 1 refused or found wrong, 2 wrong use, 3 cannot reach or
/// start something.
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        version = "vehicle register 1.0.0-SNAPSHOT",
        description = "The vehicle register: keepers, registration marks, and what is known of them.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            TokenCommand.class,
            FleetCommand.class,
            ImportCommand.class,
            TourCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            ReplayCommand.class,
            RehearseCommand.class,
            RestoreCommand.class,
            SealingKeyCommand.class,
            WitnessCommand.class
        },
        footer = {
            "",
            "Start with:  bin/register demo",
            "Exit codes:  0 done, 1 refused or found wrong, 2 wrong use, 3 cannot reach or start something"
        })
public final class Register implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// The whole program but for the exit, so that tests run it as a person does.
    public static int run(String... arguments) {
        return new CommandLine(new Register())
                .setExecutionExceptionHandler(Register::inOneLine)
                .execute(arguments);
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(System.err);
        }
        return 2;
    }

    /// A person gets a sentence, not a stack trace; who wants the trace sets REGISTER_TRACE=1.
    private static int inOneLine(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv("REGISTER_TRACE") != null) {
            problem.printStackTrace();
        }
        if (problem instanceof Stopped stopped) {
            command.getErr().println(stopped.words());
            return stopped.exitCode();
        }
        command.getErr()
                .println("The command failed unexpectedly ("
                        + problem.getClass().getSimpleName() + ": " + firstLine(problem.getMessage())
                        + "). Run it again with REGISTER_TRACE=1 to see where.");
        return 3;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("no message");
    }
}
