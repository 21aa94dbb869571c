package uk.vehicleregister.program.audit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// The zip file of an archive that may come from anybody. Nothing is ever written by the name of an entry: the
/// names, in their order, must be exactly those due. What an entry says of its own length is not believed.
final class OpenZip implements AutoCloseable {

    private final ZipFile zip;
    /// SHA-256 of each entry that was read to its end.
    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();

    private OpenZip(ZipFile zip) {
        this.zip = zip;
    }

    /// Throws MalformedException for what is no zip file that could be an archive.
    static OpenZip open(Path file) throws IOException {
        ZipEnd.check(file);
        try {
            return new OpenZip(new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw new MalformedException("is no zip file that can be read", "archive");
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    void checkNames(Iterator<String> due) {
        Enumeration<? extends ZipEntry> found = zip.entries();
        for (int i = 1; due.hasNext() || found.hasMoreElements(); i++) {
            String name = due.hasNext() ? due.next() : null;
            if (!found.hasMoreElements()) throw new MalformedException("is missing", "entry " + name);
            if (!found.nextElement().getName().equals(name)) {
                throw new MalformedException(
                        name == null
                                ? "is one more than an archive of this size has"
                                : "is not " + name + ", which is due here: doubled, out of order, missing or unknown",
                        "entry number " + i);
            }
        }
    }

    /// A short entry, whole; one of more bytes is refused without being unpacked further.
    byte[] entry(String name, int most) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) throw new MalformedException("is longer than " + most + " bytes", name);
            digests.put(name, MerkleHasher.sha256().digest(bytes));
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new MalformedException("cannot be unpacked", name);
        }
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) throw new MalformedException("is missing", "entry " + name);
        return in;
    }

    /// An entry of any length, line by line, in a feed of its own.
    Lines lines(String name) throws IOException {
        return new Lines(name);
    }

    Map<String, byte[]> digests() {
        return digests;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final class Lines implements Feed {

        private final String name;
        private final DigestInputStream in;
        private final LineCutter cutter;

        private Lines(String name) throws IOException {
            this.name = name;
            in = new DigestInputStream(open(name), MerkleHasher.sha256());
            cutter = new LineCutter(in, name, 1);
        }

        @Override
        public @Nullable Chunk next() throws IOException {
            try {
                Chunk chunk = cutter.next();
                if (chunk == null) end();
                return chunk;
            } catch (ZipException | EOFException e) {
                throw new MalformedException("cannot be unpacked to its end", name);
            }
        }

        private void end() throws IOException {
            long lines = cutter.linesSoFar();
            if (cutter.isCutOff()) throw new MalformedException("is cut off", name + ", line " + (lines + 1));
            digests.put(name, in.getMessageDigest().digest());
            in.close();
        }

        long linesSoFar() {
            return cutter.linesSoFar();
        }
    }
}
