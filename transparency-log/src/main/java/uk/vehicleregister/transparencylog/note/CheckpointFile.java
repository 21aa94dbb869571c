package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;

/// The last checkpoint of one log, in a file: replaced in one step, and on the disk when that returns. For one
/// process at a time.
public final class CheckpointFile implements WitnessMemory {

    private final Path file;

    public CheckpointFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Null when there is no such file.
    public synchronized @Nullable Checkpoint read() {
        try {
            return Checkpoint.parse(Files.readString(file, UTF_8));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(Checkpoint next) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer text = ByteBuffer.wrap(next.text().getBytes(UTF_8));
                while (text.hasRemaining()) channel.write(text);
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Checkpoint latest(String origin) {
        Checkpoint latest = read();
        if (latest != null && !latest.origin().equals(origin)) {
            throw new MalformedException("is of another log", "remembered checkpoint");
        }
        return latest;
    }

    @Override
    public synchronized boolean advance(@Nullable Checkpoint latest, Checkpoint next) {
        if (!Objects.equals(latest(next.origin()), latest)) return false;
        write(next);
        return true;
    }
}
