package uk.vehicleregister.eventstore.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The register's own keys in a directory only its user may read: a keyset that wraps intermediate keys, and one
/// key for each kind of digest. They are made together, once; a directory with some of them missing is refused,
/// for new keys would turn known vehicles into unknown ones. To be backed up apart from the database. Beside them
/// stands the list of what was erased.
public final class LocalKeys {

    private static final String KEYSET = "keyset.json";
    private static final String VEHICLE_IDS = "vehicle-ids.key";
    private static final String CREDENTIALS = "credentials.key";
    private static final String PSEUDONYMS = "pseudonyms.key";
    private static final String RECEIPTS = "receipts.key";
    private static final List<String> FILES = List.of(KEYSET, VEHICLE_IDS, CREDENTIALS, PSEUDONYMS, RECEIPTS);

    private final KeyService keyService;
    private final ErasureList erasures;
    private final Map<String, KeyedDigest> digests = new LinkedHashMap<>();

    private LocalKeys(PrivateDirectory directory) throws IOException {
        keyService = new LocalKeyService(new KeysetFile(directory));
        erasures = new ErasureList(directory);
        for (String file : FILES.subList(1, FILES.size())) digests.put(file, new KeyedDigest(directory.read(file)));
    }

    /// Opens the keys, or makes them when there are none and `createIfAbsent` is set. Throws IllegalStateException
    /// when they are absent or incomplete, or when others may read them.
    public static synchronized LocalKeys open(Path path, boolean createIfAbsent) {
        try {
            if (!createIfAbsent && !Files.isDirectory(path))
                throw new IllegalStateException("There is no directory of keys at " + path);
            PrivateDirectory directory = new PrivateDirectory(path);
            List<String> missing =
                    FILES.stream().filter(file -> !directory.has(file)).toList();
            if (!missing.isEmpty() && createIfAbsent) missing = createAlone(directory);
            if (!missing.isEmpty())
                throw new IllegalStateException("Keys are missing in " + path + ": " + String.join(", ", missing));
            return new LocalKeys(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + path + " cannot be read", e);
        }
    }

    /// Two services that start at once make one set of keys. Answers what is still missing.
    private static List<String> createAlone(PrivateDirectory directory) throws IOException {
        try (FileChannel channel = directory.lockFile();
                FileLock lock = channel.lock()) {
            List<String> missing =
                    FILES.stream().filter(file -> !directory.has(file)).toList();
            if (missing.size() < FILES.size()) return missing;
            Map<String, byte[]> keys = new LinkedHashMap<>();
            keys.put(KEYSET, LocalKeyService.newKeyset().getBytes(StandardCharsets.UTF_8));
            for (String file : FILES.subList(1, FILES.size())) keys.put(file, AesGcm.random(AesGcm.KEY));
            directory.writeAll(keys);
            return List.of();
        }
    }

    public KeyService keyService() {
        return keyService;
    }

    /// What was erased, outside the database, so that no backup brings it back.
    public ErasureList erasures() {
        return erasures;
    }

    /// Never changed: a vehicle's id follows from its VIN and this key.
    public KeyedDigest vehicleIds() {
        return digest(VEHICLE_IDS);
    }

    /// Document references and certificate numbers.
    public KeyedDigest credentials() {
        return digest(CREDENTIALS);
    }

    /// Who acted, in metadata.
    public KeyedDigest pseudonyms() {
        return digest(PSEUDONYMS);
    }

    /// Idempotency keys and fingerprints of bodies.
    public KeyedDigest receipts() {
        return digest(RECEIPTS);
    }

    private record KeysetFile(PrivateDirectory directory) implements LocalKeyService.Keyset {

        @Override
        public String read() {
            try {
                return new String(directory.read(KEYSET), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("The keyset cannot be read", e);
            }
        }

        @Override
        public String change(UnaryOperator<String> change) {
            synchronized (LocalKeys.class) {
                return changedAlone(change);
            }
        }

        private String changedAlone(UnaryOperator<String> change) {
            try (FileChannel channel = directory.lockFile();
                    FileLock lock = channel.lock()) {
                String before = read();
                String after = change.apply(before);
                if (!after.equals(before)) directory.writeAll(Map.of(KEYSET, after.getBytes(StandardCharsets.UTF_8)));
                return after;
            } catch (IOException e) {
                throw new UncheckedIOException("The keyset cannot be written", e);
            }
        }
    }

    private KeyedDigest digest(String file) {
        KeyedDigest digest = digests.get(file);
        if (digest == null) throw new IllegalStateException("No digest of that kind");
        return digest;
    }
}
