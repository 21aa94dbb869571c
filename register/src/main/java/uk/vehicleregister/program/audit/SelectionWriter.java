package uk.vehicleregister.program.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.StoredTree;

/// Writes some events of a log as an archive, each with the proof that it stands in the log (docs/audit.md). Proofs are
/// made from the published tiles; whether they are good is for who verifies the archive.
final class SelectionWriter {

    private static final int BUFFER = 1 << 18;
    /// What is told is each position, 8 bytes in memory.
    private static final int MOST_EVENTS = 10_000_000;

    private final AuditedLog log;
    private final Checkpoint checkpoint;
    private long[] positions = new long[1024];
    private int count;
    private long notSealed;

    private SelectionWriter(AuditedLog log, Checkpoint checkpoint) {
        this.log = log;
        this.checkpoint = checkpoint;
    }

    /// What was written.
    ///
    /// @param notSealed events of the selection that are after the checkpoint, and were left out
    record Written(Checkpoint checkpoint, long events, long notSealed) {}

    /// Writes the file, which must not be there yet.
    static Written write(AuditedLog log, Feed selected, byte[] note, Selection selection, Path file, Progress progress)
            throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        SelectionWriter writer = new SelectionWriter(log, checkpoint);
        try (OutputStream out = new BufferedOutputStream(SecretFile.create(file), BUFFER);
                ArchiveZip zip = new ArchiveZip(out)) {
            zip.whole(ArchiveLayout.CHECKPOINT, note);
            zip.whole(ArchiveLayout.KEY, (log.key() + "\n").getBytes(StandardCharsets.UTF_8));
            writer.events(selected, zip, progress);
            writer.proofs(zip);
            zip.whole(
                    ArchiveLayout.MANIFEST,
                    SelectionManifest.text(checkpoint, selection.words(), writer.count, zip.digests())
                            .getBytes(StandardCharsets.UTF_8));
        }
        return new Written(checkpoint, writer.count, writer.notSealed);
    }

    private void events(Feed selected, ArchiveZip zip, Progress progress) throws IOException {
        zip.begin(SelectionLayout.EVENTS);
        for (Chunk chunk = selected.next(); chunk != null; chunk = selected.next()) {
            int from = 0;
            for (int at = 0; at < chunk.length(); at++) {
                if (chunk.bytes()[at] != '\n') continue;
                if (take(EventLine.read(chunk.bytes(), from, at - from).position()))
                    zip.put(chunk.bytes(), from, at + 1 - from);
                from = at + 1;
            }
            progress.to(count);
        }
        zip.end(SelectionLayout.EVENTS);
    }

    /// Whether it is under the checkpoint.
    private boolean take(long position) {
        if (position >= checkpoint.size()) {
            notSealed++;
            return false;
        }
        if (count > 0 && position <= positions[count - 1])
            throw new MalformedException("is not after the one before it", "position " + position);
        if (count == MOST_EVENTS)
            throw Stopped.refused("More than " + MOST_EVENTS + " events: narrow the period, or export the whole log.");
        if (count == positions.length) positions = Arrays.copyOf(positions, 2 * count);
        positions[count++] = position;
        return true;
    }

    private void proofs(ArchiveZip zip) throws IOException {
        StoredTree tree = new StoredTree(new SignedSizeTiles(log, checkpoint.size()), checkpoint.size());
        zip.begin(SelectionLayout.PROOFS);
        for (int i = 0; i < count; i++) {
            byte[] line = (ProofLine.of(tree.inclusionProof(positions[i])) + "\n").getBytes(StandardCharsets.US_ASCII);
            zip.put(line, 0, line.length);
        }
        zip.end(SelectionLayout.PROOFS);
    }
}
