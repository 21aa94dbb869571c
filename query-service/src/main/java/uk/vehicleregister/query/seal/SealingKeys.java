package uk.vehicleregister.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.NoteSigner;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// The keys that checkpoints are signed with. Several sign side by side while keys are changed; a retired one is
/// kept by its public half for as long as the last checkpoint is signed by it alone. A key is in the file itself or
/// in a key service.
public final class SealingKeys {

    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rw-------");

    private final List<NoteSigner> signers;
    private final List<VerifierKey> signing;
    private final List<VerifierKey> believed;

    public SealingKeys(List<NoteSigner> signers, List<VerifierKey> signing, List<VerifierKey> retired) {
        this.signers = List.copyOf(signers);
        this.signing = List.copyOf(signing);
        this.believed = Stream.concat(signing.stream(), retired.stream()).toList();
        if (signers.isEmpty()) throw new IllegalStateException("There is no key to seal with");
        if (believed.stream().map(VerifierKey::name).distinct().count() > 1) {
            throw new IllegalStateException("The keys to seal with have several names; a log has one");
        }
    }

    /// From a file with one key a line: private ones and those in a key service sign, public ones are retired. The
    /// service's token is in `file.token`. Refuses files that others may read.
    public static SealingKeys read(Path file) {
        Path token = tokenOf(file);
        List<NoteSigner> signers = new ArrayList<>();
        List<VerifierKey> signing = new ArrayList<>();
        List<VerifierKey> retired = new ArrayList<>();
        try {
            demandForOwner(file, "key to seal with");
            for (String line : Files.readAllLines(file, UTF_8)) {
                if (line.startsWith("PRIVATE+KEY+")) {
                    SigningKey key = SigningKey.parse(line.strip());
                    signers.add(key.author());
                    signing.add(key.verifier());
                } else if (line.startsWith(KeyServiceSigner.LINE)) {
                    demandForOwner(token, "token for the key service");
                    KeyServiceSigner signer = KeyServiceSigner.parse(line.strip(), token);
                    signers.add(signer);
                    signing.add(signer.key());
                } else if (!line.isBlank()) retired.add(VerifierKey.parse(line.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SealingKeys(signers, signing, retired);
    }

    private static void demandForOwner(Path file, String what) throws IOException {
        if (!Files.exists(file)) throw new IllegalStateException("There is no " + what + " at " + file);
        boolean posix = Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
        if (posix && !FOR_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("Others may read " + file + "; its mode should be 0600");
        }
    }

    /// Makes the file with one new key, where there is none.
    public static void createIfAbsent(Path file, String origin) {
        if (!Files.exists(file)) add(file, generated(origin).secret());
    }

    /// Adds a new key under the name of those that are there, to sign beside them; answers its public half.
    public static VerifierKey add(Path file) {
        SigningKey key = generated(read(file).origin());
        add(file, key.secret());
        return key.verifier();
    }

    private static SigningKey generated(String origin) {
        return SigningKey.generate(origin, SignatureType.ED25519, new SecureRandom());
    }

    /// Adds a key that is in a key service, to sign beside those that are there; answers its public half, by which what
    /// the service signs is held to be good.
    ///
    /// @param origin the log's name; need not be given where there are keys, whose name it must be
    /// @param address of the key's signatures: `https://keys.example:8200/v1/transit/sign/register-log`
    /// @param publicKey the 32 bytes of that version's public half
    public static VerifierKey addKeyService(
            Path file, @Nullable String origin, URI address, int version, byte[] publicKey) {
        SealingKeys there = origin != null && !Files.exists(file) ? null : read(file);
        VerifierKey key = VerifierKey.of(nameFor(there, origin), SignatureType.ED25519, publicKey);
        if (there != null && there.believed.contains(key))
            throw new IllegalStateException("this key is in the file already");
        add(file, new KeyServiceSigner(address, version, key, tokenOf(file)).line());
        return key;
    }

    private static String nameFor(@Nullable SealingKeys there, @Nullable String origin) {
        String name = there == null ? origin : there.origin();
        if (name == null) throw new IllegalStateException("the log has no name yet");
        if (origin != null && !origin.equals(name))
            throw new IllegalStateException("the keys in the file are of the log " + name + ", not of " + origin);
        return name;
    }

    private static Path tokenOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".token");
    }

    private static void add(Path file, String line) {
        try {
            put(file, line, Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Path file, String line, String before) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Path folder = Files.createDirectories(
                    file.toAbsolutePath().resolveSibling("").normalize());
            Files.deleteIfExists(draft);
            boolean posix = Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class);
            if (posix) Files.createFile(draft, PosixFilePermissions.asFileAttribute(FOR_OWNER));
            String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
            Files.writeString(draft, before + gap + line + "\n", CREATE, WRITE, DSYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return signing.getFirst().name();
    }

    SignedNote sign(Checkpoint checkpoint) {
        return checkpoint.sign(signers.toArray(NoteSigner[]::new));
    }

    /// Any other text, signed by each of the keys that sign.
    public SignedNote sign(String text) {
        return SignedNote.sign(text, signers.toArray(NoteSigner[]::new));
    }

    /// The public keys that sign, one a line.
    public String published() {
        return signing.stream().map(VerifierKey::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    /// A checkpoint of ours: signed by a key that signs, or by a retired one.
    CheckpointPolicy policy() {
        return new CheckpointPolicy(origin(), believed, List.of(), 0);
    }
}
