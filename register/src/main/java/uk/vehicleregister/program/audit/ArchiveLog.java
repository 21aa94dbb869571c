package uk.vehicleregister.program.audit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.Tile;

/// A log in an archive. Nothing is ever written by the name of an entry: the names, in their order, must be exactly
/// those that a log of the checkpoint's size has. What an entry says of its own length is not believed.
final class ArchiveLog implements AuditedLog {

    private static final int MOST_KEY_BYTES = 4096;

    private final Path file;
    private final ZipFile zip;
    private final byte[] checkpoint;
    private final Checkpoint claimed;
    /// SHA-256 of each entry that was read to its end.
    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();

    private ArchiveLog(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        checkpoint = entry(ArchiveLayout.CHECKPOINT, SignedNote.MOST_BYTES);
        claimed = Checkpoint.parse(SignedNote.parse(checkpoint).text());
        checkNames(claimed.size());
        try (InputStream in = open(ArchiveLayout.MANIFEST)) {
            Manifest.checkFormat(in);
        }
    }

    /// Throws MalformedException for what is no archive of ours.
    static ArchiveLog open(Path file) throws IOException {
        ZipEnd.check(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new MalformedException("is no zip file that can be read", "archive");
        }
        try {
            return new ArchiveLog(file, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void checkNames(long size) {
        Iterator<String> due = ArchiveLayout.entries(size);
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

    @Override
    public byte[] checkpoint() {
        return checkpoint;
    }

    @Override
    public String key() throws IOException {
        return new String(entry(ArchiveLayout.KEY, MOST_KEY_BYTES), StandardCharsets.UTF_8).strip();
    }

    @Override
    public Feed events(long size) {
        return new EventFiles(size);
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        if (zip.getEntry(tile.path()) == null) return null;
        try {
            return entry(tile.path(), tile.bytes());
        } catch (IOException e) {
            throw new MalformedException("cannot be unpacked", tile.path());
        }
    }

    @Override
    public long notSealedYet(long size) {
        return 0;
    }

    @Override
    public @Nullable Finding afterwards() throws IOException {
        key();
        try (InputStream in = open(ArchiveLayout.MANIFEST)) {
            Manifest.check(in, claimed, digests);
            return null;
        } catch (MalformedException e) {
            return Finding.of(e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    /// A short entry, whole; one of more bytes is refused without being unpacked further.
    private byte[] entry(String name, int most) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) throw new MalformedException("is longer than " + most + " bytes", name);
            digests.put(name, MerkleHasher.sha256().digest(bytes));
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new MalformedException("cannot be unpacked", name);
        }
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) throw new MalformedException("is missing", "entry " + name);
        return in;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of events one after the other, each with as many lines as it should have.
    private final class EventFiles implements Feed {

        private final long size;
        private long file = -1;
        private long due;
        private @Nullable DigestInputStream in;
        private @Nullable LineCutter cutter;

        EventFiles(long size) {
            this.size = size;
        }

        @Override
        public @Nullable Chunk next() throws IOException {
            String name = ArchiveLayout.eventFile(Math.max(file, 0));
            try {
                while (true) {
                    Chunk chunk = cutter == null ? null : cutter.next();
                    if (chunk != null) return chunk;
                    if (cutter != null) end(name);
                    due = ArchiveLayout.linesOf(++file, size);
                    if (due == 0) return null;
                    name = ArchiveLayout.eventFile(file);
                    in = new DigestInputStream(open(name), MerkleHasher.sha256());
                    cutter = new LineCutter(in, name, 1);
                }
            } catch (ZipException | EOFException e) {
                throw new MalformedException("cannot be unpacked to its end", name);
            }
        }

        private void end(String name) throws IOException {
            if (cutter == null || in == null) return;
            long lines = cutter.linesSoFar();
            if (cutter.isCutOff()) throw new MalformedException("is cut off", name + ", line " + (lines + 1));
            if (lines != due) throw new MalformedException("has " + lines + " lines and not " + due, name);
            digests.put(name, in.getMessageDigest().digest());
            in.close();
            cutter = null;
        }
    }
}
