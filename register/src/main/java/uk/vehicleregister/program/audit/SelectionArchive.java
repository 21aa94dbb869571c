package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.SignedNote;

/// An archive of some events with their proofs.
final class SelectionArchive implements AutoCloseable {

    private final OpenZip zip;
    private final byte[] checkpoint;

    private SelectionArchive(OpenZip zip) throws IOException {
        this.zip = zip;
        zip.checkNames(Stream.concat(SelectionLayout.BEFORE_MANIFEST.stream(), Stream.of(ArchiveLayout.MANIFEST))
                .iterator());
        checkpoint = zip.entry(ArchiveLayout.CHECKPOINT, SignedNote.MOST_BYTES);
        try (InputStream in = manifest()) {
            SelectionManifest.checkFormat(in);
        }
    }

    /// Whether it is meant to be one; what cannot be read at all is not.
    static boolean isOne(Path file) throws IOException {
        try (OpenZip zip = OpenZip.open(file)) {
            return zip.has(SelectionLayout.PROOFS);
        } catch (MalformedException e) {
            return false;
        }
    }

    /// Throws MalformedException for what is no archive of ours.
    static SelectionArchive open(Path file) throws IOException {
        OpenZip zip = OpenZip.open(file);
        try {
            return new SelectionArchive(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    byte[] checkpoint() {
        return checkpoint;
    }

    /// The key that whoever made the archive says it is signed with.
    String key() throws IOException {
        return new String(zip.entry(ArchiveLayout.KEY, ArchiveLog.MOST_KEY_BYTES), StandardCharsets.UTF_8).strip();
    }

    Feed events() throws IOException {
        return zip.lines(SelectionLayout.EVENTS);
    }

    Feed proofs() throws IOException {
        return zip.lines(SelectionLayout.PROOFS);
    }

    InputStream manifest() throws IOException {
        return zip.open(ArchiveLayout.MANIFEST);
    }

    /// SHA-256 of each entry that was read to its end.
    Map<String, byte[]> digests() {
        return zip.digests();
    }

    @Override
    public void close() {
        zip.close();
    }
}
