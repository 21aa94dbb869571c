package uk.vehicleregister.transparencylog.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;

/// Tiles as files under the paths they are served at (C2SP tlog-tiles). One writer, not for many threads;
/// readers see whole tiles only, and only those that are on the disk.
public final class TileDirectory implements TileReader, TileStore {

    /// Forcing many files one after the other costs little more than forcing one.
    private static final int MOST_UNFORCED = 256;

    private final Path folder;
    private final Map<Path, Path> unforced = new LinkedHashMap<>();
    private @Nullable Path made;

    public TileDirectory(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        return read(folder.resolve(tile.path()));
    }

    @Override
    public void write(Tile tile, byte[] hashes) {
        Path file = folder.resolve(tile.path());
        byte[] there = read(unforced.getOrDefault(file, file));
        if (there != null) {
            if (!Arrays.equals(there, hashes)) throw new RefusedException(Reason.TILE_DIFFERS, tile.path());
            return;
        }
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
            makeFolder(file.getParent());
            Files.write(unfinished, hashes);
            unforced.put(file, unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (unforced.size() == MOST_UNFORCED) force();
    }

    /// First the bytes, then the names, then the folders the names are in, up to the first.
    @Override
    public void force() {
        try {
            Set<Path> parents = new LinkedHashSet<>();
            for (Path unfinished : unforced.values()) force(unfinished, StandardOpenOption.WRITE);
            for (Map.Entry<Path, Path> each : unforced.entrySet()) {
                Files.move(each.getValue(), each.getKey(), StandardCopyOption.ATOMIC_MOVE);
                Path up = each.getKey().getParent();
                while (up != null && up.startsWith(folder) && parents.add(up)) up = up.getParent();
            }
            for (Path parent : parents) force(parent, StandardOpenOption.READ);
            unforced.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeFolder(@Nullable Path parent) throws IOException {
        if (parent == null || parent.equals(made)) return; // most tiles go where the last one went
        Files.createDirectories(parent);
        made = parent;
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static byte @Nullable [] read(Path file) {
        if (Files.notExists(file)) return null; // far cheaper than the exception
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
