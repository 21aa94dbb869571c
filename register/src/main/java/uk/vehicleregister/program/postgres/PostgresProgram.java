package uk.vehicleregister.program.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import uk.vehicleregister.program.Stopped;

/// Runs one of PostgreSQL's programs.
///
/// It is put into a session of its own, so that Ctrl-C on the terminal reaches only this program, which then stops
/// things in the right order. PostgreSQL refuses to run as root; root therefore starts it in a user namespace, where it
/// is nobody (stack.md, trap 13).
final class PostgresProgram {

    private final Path binaries;
    private final File log;

    PostgresProgram(Path binaries, Path log) {
        this.binaries = binaries;
        this.log = log.toFile();
    }

    Process start(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            return builder.start();
        } catch (IOException failed) {
            throw Stopped.unreachable("Cannot start " + program + ": " + failed.getMessage() + rootAdvice());
        }
    }

    /// Runs a program to its end; the answer tells whether it went well.
    boolean run(String program, List<String> arguments, int seconds) {
        Process process = start(program, arguments);
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    /// The last line of the log that says something, for a message.
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log.toPath());
            return lines.isEmpty() ? "nothing in its log" : lines.getLast();
        } catch (IOException unreadable) {
            return "its log cannot be read";
        }
    }

    Path log() {
        return log.toPath();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static String rootAdvice() {
        return isRoot()
                ? ". As root it needs user namespaces (unshare -U true must work); else run as another user, or give a"
                        + " PostgreSQL of your own: bin/register serve --help"
                : "";
    }
}
