package uk.vehicleregister.program.seal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.query.seal.SealingKeys;

/// `bin/register sealing-key`: adds a key to sign the log with, beside those that sign it now.
@Command(
        name = "sealing-key",
        mixinStandardHelpOptions = true,
        description = "Adds a new key to the file of sealing keys and prints its public half.",
        footer = {
            "",
            "From the sealer's next start all private keys in the file sign. How keys are changed:",
            "docs/transparency-log.md, \"Another key\"."
        })
public final class SealingKeyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file of REGISTER_SEAL_KEY.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Prints {\"key\"}.")
    private boolean json;

    @Override
    public Integer call() {
        Path given = file == null ? Path.of("") : file;
        if (!Files.isRegularFile(given)) {
            throw Stopped.wrongUse("There is no file of sealing keys at " + given + ".");
        }
        String key = SealingKeys.add(given).toString();
        if (json) {
            Say.json(Map.of("key", key));
        } else {
            Say.answer(key);
        }
        return 0;
    }
}
