package uk.vehicleregister.program.seal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.query.seal.SealingKeys;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// `bin/register sealing-key`: adds a key to sign the log with, beside those that sign it now; made here, or one in a
/// key service.
@Command(
        name = "sealing-key",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a key to the file of sealing keys and prints its public half.",
            "A new one, or with --key-service one that stays in OpenBao or Vault (transit engine, type ed25519), whose"
                    + " token is read from FILE.token."
        },
        footer = {
            "",
            "From the sealer's next start all keys in the file sign but retired ones. How keys are changed:",
            "docs/transparency-log.md, \"Another key\"."
        })
public final class SealingKeyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file of REGISTER_SEAL_KEY.")
    private @Nullable Path file;

    @ArgGroup(exclusive = false)
    private @Nullable InKeyService inKeyService;

    @Option(names = "--json", description = "Prints {\"key\"}.")
    private boolean json;

    /// Where the key is, when it is not made here.
    static final class InKeyService {

        @Option(
                names = "--key-service",
                required = true,
                paramLabel = "URL",
                description = "Where it signs, as https://keys.example:8200/v1/transit/sign/register-log.")
        private URI address = URI.create("");

        @Option(names = "--key-version", required = true, paramLabel = "N", description = "The key's version.")
        private int version;

        @Option(
                names = "--public-key",
                required = true,
                paramLabel = "BASE64",
                description = "The public half of that version, as the service tells it (32 bytes).")
        private String publicKey = "";

        @Option(
                names = "--origin",
                paramLabel = "NAME",
                description = "The log's name, where there is no file yet; it is made then.")
        private @Nullable String origin;
    }

    @Override
    public Integer call() {
        Path given = file == null ? Path.of("") : file;
        boolean isFirst = inKeyService != null && inKeyService.origin != null && !Files.exists(given);
        if (!isFirst && !Files.isRegularFile(given)) {
            throw Stopped.wrongUse("There is no file of sealing keys at " + given + ".");
        }
        String key = added(given).toString();
        if (json) {
            Say.json(Map.of("key", key));
        } else {
            Say.answer(key);
        }
        return 0;
    }

    private VerifierKey added(Path given) {
        if (inKeyService == null) return SealingKeys.add(given);
        try {
            byte[] publicKey = Base64.getDecoder().decode(inKeyService.publicKey);
            return SealingKeys.addKeyService(
                    given, inKeyService.origin, inKeyService.address, inKeyService.version, publicKey);
        } catch (IllegalArgumentException | IllegalStateException | MalformedException e) {
            throw Stopped.wrongUse("The key was not added: " + e.getMessage());
        }
    }
}
