package uk.vehicleregister.transparencylog.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;

/// Tiles as files under the paths they are served at (C2SP tlog-tiles). One writer; each tile is on the disk, whole,
/// when
/// [#write] returns.
public final class TileDirectory implements TileReader, TileStore {

    private final Path folder;

    public TileDirectory(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        try {
            return Files.readAllBytes(folder.resolve(tile.path()));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Tile tile, byte[] hashes) {
        byte[] there = read(tile);
        if (there != null) {
            if (!Arrays.equals(there, hashes)) throw new RefusedException(Reason.TILE_DIFFERS, tile.path());
            return;
        }
        Path file = folder.resolve(tile.path());
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(hashes);
                while (bytes.hasRemaining()) out.write(bytes);
                out.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel parent = FileChannel.open(file.getParent())) {
                parent.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
