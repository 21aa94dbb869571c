package uk.vehicleregister.program.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.note.VerifierKey;
import uk.vehicleregister.transparencylog.note.Witness;

/// `bin/register witness`: cosigns the checkpoints of logs, for as long as each goes on from the one before.
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description = "Cosigns checkpoints of logs that go on from what it has seen, and refuses forks, until SIGTERM.",
        footer = {
            "",
            "Run it where nobody who runs the register can reach its files. Its directory holds its key and what it has",
            "seen last; an older copy of that directory must never be put back. See docs/transparency-log.md."
        })
public final class WitnessCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where it keeps its key and memory.")
    private @Nullable Path data;

    @Option(
            names = "--log",
            paramLabel = "KEY",
            required = true,
            description = "A log's public keys, as GET /v1/log/key tells them; may be given several times.")
    private List<String> logs = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "Its name, for the key that is made the first time.")
    private @Nullable String name;

    @Option(names = "--port", paramLabel = "P", description = "Port to listen on (${DEFAULT-VALUE}).")
    private int port = 8090;

    @Option(names = "--address", paramLabel = "A", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--json", description = "Prints {\"address\",\"key\"}.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Map<String, List<VerifierKey>> known = known(logs);
        Path folder = SecretFile.directory(data == null ? Path.of("witness") : data);
        SigningKey key = key(folder.resolve("witness.key"), name);
        Witness witness = new Witness(known, new WitnessMemories(folder), key.witness(InstantSource.system()));
        try (WitnessServer server = new WitnessServer(new InetSocketAddress(address, port), witness)) {
            String listens = "http://" + address + ":" + server.port();
            if (json) {
                Say.json(Map.of("address", listens, "key", key.verifier().toString()));
            } else {
                Say.progress("The witness listens on " + listens + "/add-checkpoint. Its key:");
                Say.answer(key.verifier().toString());
            }
            new CountDownLatch(1).await(); // the signal ends the process
        } catch (IOException inUse) {
            throw Stopped.unreachable("Cannot listen on " + address + ":" + port + " (" + inUse.getMessage() + ").");
        }
        return 0;
    }

    /// A log may have several keys, while it changes them.
    static Map<String, List<VerifierKey>> known(List<String> logs) {
        Map<String, List<VerifierKey>> known = new LinkedHashMap<>();
        for (String log : logs) {
            try {
                for (String line : log.strip().split("\\R")) {
                    VerifierKey key = VerifierKey.parse(line);
                    known.computeIfAbsent(key.name(), _ -> new ArrayList<>()).add(key);
                }
            } catch (MalformedException malformed) {
                throw Stopped.wrongUse("--log is not the public key of a log: it " + malformed.getMessage() + ".");
            }
        }
        return known;
    }

    static SigningKey key(Path file, @Nullable String name) throws IOException {
        if (!Files.exists(file) && name == null) {
            throw Stopped.wrongUse("There is no key at " + file + " yet. Give the witness a --name to make one.");
        }
        String given = name == null ? "" : name;
        String text = SecretFile.readOrCreate(
                file,
                () -> SigningKey.generate(given, SignatureType.COSIGNATURE, new SecureRandom())
                                .secret() + "\n");
        SigningKey key = SigningKey.parse(text.strip());
        if (name != null && !name.equals(key.verifier().name())) {
            throw Stopped.wrongUse("The key at " + file + " is of the witness "
                    + key.verifier().name() + ".");
        }
        return key;
    }
}
