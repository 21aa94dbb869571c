package uk.vehicleregister.program.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointFile;
import uk.vehicleregister.transparencylog.note.WitnessMemory;

/// One file a log, named by a hash of its origin: an origin may hold what a file name may not.
final class WitnessMemories implements WitnessMemory {

    private final Path folder;
    private final Map<String, CheckpointFile> files = new ConcurrentHashMap<>();

    WitnessMemories(Path folder) {
        this.folder = folder;
    }

    @Override
    public @Nullable Checkpoint latest(String origin) {
        return file(origin).latest(origin);
    }

    @Override
    public boolean advance(@Nullable Checkpoint latest, Checkpoint next) {
        return file(next.origin()).advance(latest, next);
    }

    private CheckpointFile file(String origin) {
        return files.computeIfAbsent(origin, name -> {
            byte[] hash = MerkleHasher.sha256().digest(name.getBytes(UTF_8));
            return new CheckpointFile(folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".checkpoint"));
        });
    }
}
