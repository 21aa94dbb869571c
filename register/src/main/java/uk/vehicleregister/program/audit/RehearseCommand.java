package uk.vehicleregister.program.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Register;

/// What the launcher goes through once after a build, beside a demo on trial: all that an auditor uses. What the JVM
/// sees
/// used in it, later starts find prepared.
@Command(name = "rehearse", hidden = true, description = "Goes through verify, export and replay of a demo on trial.")
public final class RehearseCommand implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private String port = "";

    @Option(names = "--data", required = true, description = "The demo's, which is thrown away afterwards.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        String archive = beside("rehearsal.zip");
        String kept = beside("rehearsal.kept");
        int exit = Register.run("verify", "--port", port, "--kept", kept);
        if (exit == 0) exit = Register.run("export", "--port", port, "--out", archive);
        if (exit == 0) exit = Register.run("verify", archive, "--kept", kept);
        if (exit == 0)
            exit = Register.run("replay", "--data", data.toString(), "--kept", kept, "--sign", beside("rehearsal.key"));
        return exit;
    }

    private String beside(String name) {
        return data.resolve(name).toString();
    }
}
