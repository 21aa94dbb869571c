package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// The zip file of an archive while it is written: entries without a time of their own, so that one log gives one
/// archive, and the SHA-256 of each.
final class ArchiveZip implements AutoCloseable {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// Nothing is packed: that would take several times the time of everything else together. Who wants a smaller file
    /// packs it again.
    private final ZipOutputStream zip;
    private final Map<String, byte[]> digests = new HashMap<>();
    private final MessageDigest sha = MerkleHasher.sha256();

    ArchiveZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    void whole(String name, byte[] bytes) throws IOException {
        begin(name);
        put(bytes, 0, bytes.length);
        end(name);
    }

    void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    void put(byte[] bytes, int from, int length) throws IOException {
        sha.update(bytes, from, length);
        zip.write(bytes, from, length);
    }

    void end(String name) throws IOException {
        zip.closeEntry();
        digests.put(name, sha.digest());
    }

    /// Of each entry that was ended, by its name.
    Map<String, byte[]> digests() {
        return digests;
    }

    /// To write the entry that was begun without a digest of it.
    OutputStream entry() {
        return zip;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
