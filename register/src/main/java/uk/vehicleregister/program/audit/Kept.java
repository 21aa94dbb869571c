package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// What an auditor keeps from one audit to the next, in one file: the log's key, an empty line, and the signed
/// checkpoint.
record Kept(VerifierKey key, Checkpoint checkpoint) {

    private static final int MOST_BYTES = SignedNote.MOST_BYTES + 8192;

    /// In the home directory, a file for each origin.
    static Path usualFile(String origin) {
        String readable = origin.replaceAll("[^A-Za-z0-9.-]", "_");
        byte[] digest = MerkleHasher.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("user.home", "."))
                .resolve(".vehicle-register")
                .resolve("audit")
                .resolve(readable.substring(0, Math.min(readable.length(), 80)) + "-"
                        + HexFormat.of().formatHex(digest, 0, 4) + ".kept");
    }

    static Optional<Kept> read(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        try {
            if (Files.size(file) > MOST_BYTES) throw new MalformedException("is too long", "file");
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int gap = text.indexOf("\n\n");
            if (gap < 0) throw new MalformedException("has no empty line after the key", "file");
            String key = text.substring(0, gap);
            int noteAt = key.getBytes(StandardCharsets.UTF_8).length + 2;
            byte[] note = Arrays.copyOfRange(bytes, Math.min(noteAt, bytes.length), bytes.length);
            return Optional.of(new Kept(
                    VerifierKey.parse(key),
                    Checkpoint.parse(SignedNote.parse(note).text())));
        } catch (MalformedException e) {
            throw Stopped.wrongUse("What was kept from last time cannot be read (" + e.getMessage() + "): " + file);
        }
    }

    /// Whole or not at all.
    static void write(Path file, VerifierKey key, byte[] note) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        byte[] head = (key + "\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + note.length);
        System.arraycopy(note, 0, all, head.length, note.length);
        Files.write(part, all);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
