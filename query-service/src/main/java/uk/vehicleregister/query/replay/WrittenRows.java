package uk.vehicleregister.query.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// Passes rows on, counts and hashes them, and writes them to a file where one is asked for.
final class WrittenRows implements Rows, AutoCloseable {

    private final Rows rows;
    private final MessageDigest digest = MerkleHasher.sha256();
    private final OutputStream out;
    private long count;

    /// @param file for its owner's eyes; null: none
    WrittenRows(Rows rows, String head, @Nullable Path file) {
        this.rows = rows;
        try {
            out = file == null ? OutputStream.nullOutputStream() : new BufferedOutputStream(create(file), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        take(head.getBytes(StandardCharsets.UTF_8));
    }

    private static OutputStream create(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().resolveSibling(""))
                .supportsFileAttributeView(PosixFileAttributeView.class);
        if (posix)
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(file);
    }

    @Override
    public byte @Nullable [] next() {
        byte[] row = rows.next();
        if (row != null) {
            count++;
            take(row);
        }
        return row;
    }

    private void take(byte[] line) {
        digest.update(line);
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void readToTheEnd() {
        while (next() != null) continue;
    }

    long count() {
        return count;
    }

    /// Once, at the end.
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
