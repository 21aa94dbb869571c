package uk.vehicleregister.program.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.Stopped;

/// Everything a demo keeps: the database, its secrets and keys, the sample, the logs. One demo at a time works on it;
/// the lock goes with the process, however that ends.
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataDirectory open(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            SecretFile.directory(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw Stopped.unreachable("Another demo is running on " + path
                        + ". Use that one, end it first, or give another directory with --data (and another --port).");
            }
            return new DataDirectory(path, channel);
        } catch (IOException failed) {
            throw Stopped.unreachable(
                    "Cannot use " + path + " for data (" + failed.getClass().getSimpleName() + ": "
                            + failed.getMessage() + "). Give a directory that may be written with --data.");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    Path secrets() throws IOException {
        return SecretFile.directory(path.resolve("secrets"));
    }

    /// The keys that seal personal data. Whoever loses this directory has lost the names and addresses in the log.
    Path keys() {
        return path.resolve("keys");
    }

    /// The key that checkpoints of the log are signed with, and the memory of the last one beside it.
    Path sealingKey() throws IOException {
        return SecretFile.directory(path.resolve("sealing")).resolve("log.key");
    }

    Path logs() throws IOException {
        return SecretFile.directory(path.resolve("logs"));
    }

    /// The mails the demo would have sent, one file each.
    Path mail() {
        return path.resolve("mail");
    }

    Path sample() {
        return path.resolve("sample.csv");
    }

    /// There once the whole sample is in the register.
    Path sampleLoaded() {
        return path.resolve("sample.loaded");
    }

    boolean hasLoadedSample() {
        return Files.exists(sampleLoaded());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
