package uk.vehicleregister.eventstore.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/// A directory with mode 0700 and its files with mode 0600, where the file system knows such modes.
final class PrivateDirectory {

    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final boolean posix;

    PrivateDirectory(Path path) throws IOException {
        this.path = path;
        boolean made = !Files.exists(path);
        Files.createDirectories(path);
        posix = Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
        if (made && posix) Files.setPosixFilePermissions(path, FOR_OWNER);
    }

    boolean has(String file) {
        return Files.exists(path.resolve(file));
    }

    /// Refuses a file that others may read.
    byte[] read(String file) throws IOException {
        Path at = path.resolve(file);
        if (posix && !FOR_OWNER.containsAll(Files.getPosixFilePermissions(at)))
            throw new IllegalStateException("Others may read " + at + "; its mode should be 0600");
        return Files.readAllBytes(at);
    }

    FileChannel lockFile() throws IOException {
        return FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// All of them are on disk before the first has its name, and the names are when it returns.
    void writeAll(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path draft = draft(file.getKey());
            Files.deleteIfExists(draft);
            Files.createFile(draft);
            if (posix) Files.setPosixFilePermissions(draft, FILE_MODE);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(file.getValue()));
                channel.force(true);
            }
        }
        for (String file : files.keySet()) Files.move(draft(file), path.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        forceNames();
    }

    /// A file that is only added to, made when it is not there.
    FileChannel toAddTo(String file) throws IOException {
        Path at = path.resolve(file);
        if (!Files.exists(at)) {
            try {
                if (posix) Files.createFile(at, PosixFilePermissions.asFileAttribute(FILE_MODE));
                else Files.createFile(at);
                forceNames();
            } catch (FileAlreadyExistsException madeByAnother) {
                // as good
            }
        }
        return FileChannel.open(at, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// A file system that knows no modes may not let a directory be opened either.
    private void forceNames() throws IOException {
        if (!posix) return;
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path draft(String file) {
        return path.resolve("." + file + ".new");
    }
}
