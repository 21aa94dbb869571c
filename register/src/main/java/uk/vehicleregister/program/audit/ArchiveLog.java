package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.Tile;

/// A whole log in an archive, with exactly the entries that a log of the checkpoint's size has.
final class ArchiveLog implements AuditedLog {

    static final int MOST_KEY_BYTES = 4096;

    private final Path file;
    private final OpenZip zip;
    private final byte[] checkpoint;
    private final Checkpoint claimed;

    private ArchiveLog(Path file, OpenZip zip) throws IOException {
        this.file = file;
        this.zip = zip;
        checkpoint = zip.entry(ArchiveLayout.CHECKPOINT, SignedNote.MOST_BYTES);
        claimed = Checkpoint.parse(SignedNote.parse(checkpoint).text());
        zip.checkNames(ArchiveLayout.entries(claimed.size()));
        try (InputStream in = zip.open(ArchiveLayout.MANIFEST)) {
            Manifest.checkFormat(in);
        }
    }

    /// Throws MalformedException for what is no archive of ours.
    static ArchiveLog open(Path file) throws IOException {
        OpenZip zip = OpenZip.open(file);
        try {
            return new ArchiveLog(file, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public byte[] checkpoint() {
        return checkpoint;
    }

    @Override
    public String key() throws IOException {
        return new String(zip.entry(ArchiveLayout.KEY, MOST_KEY_BYTES), StandardCharsets.UTF_8).strip();
    }

    @Override
    public Feed events(long size) {
        return new EventFiles(size);
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        if (!zip.has(tile.path())) return null;
        try {
            return zip.entry(tile.path(), tile.bytes());
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
        try (InputStream in = zip.open(ArchiveLayout.MANIFEST)) {
            Manifest.check(in, claimed, zip.digests());
            return null;
        } catch (MalformedException e) {
            return Finding.of(e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void close() {
        zip.close();
    }

    /// The files of events one after the other, each with as many lines as it should have.
    private final class EventFiles implements Feed {

        private final long size;
        private long file;
        private OpenZip.@Nullable Lines lines;

        EventFiles(long size) {
            this.size = size;
        }

        @Override
        public @Nullable Chunk next() throws IOException {
            while (true) {
                long due = ArchiveLayout.linesOf(file, size);
                if (lines == null && due == 0) return null;
                String name = ArchiveLayout.eventFile(file);
                if (lines == null) lines = zip.lines(name);
                Chunk chunk = lines.next();
                if (chunk != null) return chunk;
                long found = lines.linesSoFar();
                if (found != due) throw new MalformedException("has " + found + " lines and not " + due, name);
                lines = null;
                file++;
            }
        }
    }
}
