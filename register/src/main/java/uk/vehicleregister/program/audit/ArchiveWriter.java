package uk.vehicleregister.program.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.Tile;

/// Writes a log as an archive (docs/audit.md): as it is handed over, line by line and tile by tile. Whether it is good
/// is for who verifies the archive; that no position is missing is seen to here.
final class ArchiveWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final AuditedLog log;
    private final ArchiveZip zip;
    private long due;

    private ArchiveWriter(AuditedLog log, OutputStream out) {
        this.log = log;
        zip = new ArchiveZip(out);
    }

    /// Writes the file, which must not be there yet.
    static Checkpoint write(AuditedLog log, byte[] note, Path file, Progress progress) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        try (OutputStream out = new BufferedOutputStream(SecretFile.create(file), BUFFER);
                ArchiveWriter writer = new ArchiveWriter(log, out)) {
            writer.zip.whole(ArchiveLayout.CHECKPOINT, note);
            writer.zip.whole(ArchiveLayout.KEY, (log.key() + "\n").getBytes(StandardCharsets.UTF_8));
            writer.events(checkpoint.size(), progress);
            writer.tiles(checkpoint.size());
            writer.zip.begin(ArchiveLayout.MANIFEST);
            Manifest.write(writer.zip.entry(), checkpoint, writer.zip.digests());
            writer.zip.end(ArchiveLayout.MANIFEST);
        }
        return checkpoint;
    }

    private void events(long size, Progress progress) throws IOException {
        try (Pipe pipe = new Pipe(log.events(size))) {
            for (Chunk chunk = pipe.next(); chunk != null; chunk = pipe.next()) {
                take(chunk, size);
                progress.to(due);
            }
        }
        if (due > 0 && due % ArchiveLayout.EVENTS_PER_FILE != 0)
            zip.end(ArchiveLayout.eventFile(due / ArchiveLayout.EVENTS_PER_FILE));
        if (due < size)
            throw new MalformedException("is missing: the log ends before its signed size, " + size, "position " + due);
    }

    private void take(Chunk chunk, long size) throws IOException {
        byte[] bytes = chunk.bytes();
        int written = 0;
        int line = 0;
        for (int at = 0; at < chunk.length(); at++) {
            if (bytes[at] != '\n') continue;
            if (due == size || !begins(bytes, line, at)) {
                throw new MalformedException("is not the event that is due here", "position " + due);
            }
            if (due % ArchiveLayout.EVENTS_PER_FILE == 0)
                zip.begin(ArchiveLayout.eventFile(due / ArchiveLayout.EVENTS_PER_FILE));
            line = at + 1;
            if (++due % ArchiveLayout.EVENTS_PER_FILE == 0) {
                zip.put(bytes, written, line - written);
                zip.end(ArchiveLayout.eventFile(due / ArchiveLayout.EVENTS_PER_FILE - 1));
                written = line;
            }
        }
        if (written < chunk.length()) zip.put(bytes, written, chunk.length() - written);
    }

    /// Whether the line is of the position that is due.
    private boolean begins(byte[] bytes, int from, int to) {
        byte[] beginning = ("{\"position\":" + due + ",").getBytes(StandardCharsets.US_ASCII);
        int end = Math.min(to, from + beginning.length);
        return Arrays.equals(bytes, from, end, beginning, 0, beginning.length);
    }

    private void tiles(long size) throws IOException {
        SignedSizeTiles published = new SignedSizeTiles(log, size);
        for (Iterator<Tile> tiles = ArchiveLayout.tiles(size).iterator(); tiles.hasNext(); ) {
            Tile tile = tiles.next();
            zip.whole(tile.path(), published.need(tile));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
