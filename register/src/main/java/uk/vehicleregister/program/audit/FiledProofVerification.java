package uk.vehicleregister.program.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.InclusionProof;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// Checks a `.tlog-proof` as the register hands it out, whose extra is the leaf: that its event is in the log that the
/// key signed. Who holds it needs no register and no right to ask one.
final class FiledProofVerification {

    private static final byte[] BEGINNING = "c2sp.org/tlog-proof@".getBytes(UTF_8);

    /// @param event what the file says was recorded; proven when nothing is wrong
    record Outcome(@Nullable Finding wrong, EventLeaf event, Checkpoint signed, VerifierKey key) {

        boolean good() {
            return wrong == null;
        }

        String sentence() {
            StringBuilder text = new StringBuilder();
            line(text, wrong == null ? "good: the event is in the log" : "wrong at " + wrong.sentence());
            row(text, "position", event.position());
            row(text, "event", event.type() + ", version " + event.version() + " of " + event.stream());
            row(text, "recorded", recordedAt());
            row(text, "payload", new String(event.payload(), UTF_8));
            row(text, "metadata", new String(event.metadata(), UTF_8));
            row(text, "log", signed.origin());
            row(text, "signed size", signed.size());
            row(text, "key", key);
            return text.toString().stripTrailing();
        }

        Map<String, Object> asJson() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("good", good());
            if (wrong != null) told.put("wrong", wrong.asJson());
            told.put("position", event.position());
            told.put("eventId", event.eventId());
            told.put("stream", event.stream());
            told.put("version", event.version());
            told.put("type", event.type());
            told.put("revision", event.revision());
            told.put("recordedAt", recordedAt());
            told.put("payload", new String(event.payload(), UTF_8));
            told.put("metadata", new String(event.metadata(), UTF_8));
            told.put("origin", signed.origin());
            told.put("size", signed.size());
            told.put("root", signed.root().toString());
            told.put("key", key.toString());
            return told;
        }

        private String recordedAt() {
            return Instant.EPOCH
                    .plus(event.recordedAtMicros(), ChronoUnit.MICROS)
                    .toString();
        }

        private static void row(StringBuilder text, String name, Object value) {
            line(text, "%-12s %s".formatted(name, value));
        }

        /// Nothing of a file that somebody handed over is to be obeyed by a terminal.
        private static void line(StringBuilder text, String line) {
            text.append(line.replaceAll("\\p{C}", "?")).append(System.lineSeparator());
        }
    }

    private final Path file;
    private final @Nullable VerifierKey given;
    private final @Nullable Path keptFile;
    private final Cosigners cosigners;

    FiledProofVerification(Path file, @Nullable VerifierKey given, @Nullable Path keptFile, Cosigners cosigners) {
        this.file = file;
        this.given = given;
        this.keptFile = keptFile;
        this.cosigners = cosigners;
    }

    static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
        }
    }

    /// Throws MalformedException for what cannot be read as such a proof.
    Outcome run() throws IOException {
        if (Files.size(file) > FiledProof.MOST_BYTES) throw new MalformedException("is too long", "proof");
        FiledProof proof = FiledProof.parse(Files.readAllBytes(file));
        byte[] extra = proof.extra();
        if (extra == null) throw new MalformedException("is missing, so nothing says what event it proves", "extra");
        EventLeaf event = LeafFormat.decode(extra);
        Checkpoint signed = Checkpoint.parse(proof.checkpoint().text());
        Path keptAt = keptFile != null ? keptFile : Kept.usualFile(given != null ? given.name() : signed.origin());
        Kept kept = Kept.read(keptAt).orElse(null);
        VerifierKey key = given != null ? given : kept != null ? kept.key() : null;
        if (key == null)
            throw Stopped.wrongUse("A filed proof does not bring the key it is to be checked by. Name it with --key"
                    + " (GET /v1/log/key, or from somebody you trust), or verify the register once, which keeps it.");
        Finding wrong = Verification.signature(proof.checkpoint(), key, false);
        if (wrong == null) wrong = cosigners.missing(proof.checkpoint());
        if (wrong == null && kept != null && isAnotherOf(kept.checkpoint(), signed))
            wrong = Finding.of("checkpoint", "is another one than was kept of the same size: two were signed");
        if (wrong == null) wrong = notUnder(signed, proof, event);
        return new Outcome(wrong, event, signed, key);
    }

    private static boolean isAnotherOf(Checkpoint kept, Checkpoint signed) {
        return kept.origin().equals(signed.origin())
                && kept.size() == signed.size()
                && !kept.root().equals(signed.root());
    }

    private static @Nullable Finding notUnder(Checkpoint signed, FiledProof proof, EventLeaf event) {
        long position = proof.position();
        if (event.position() != position)
            return Finding.at(position, "extra", "is the event of position " + event.position());
        try {
            new InclusionProof(position, signed.size(), proof.path())
                    .verify(new LeafHasher().hash(event), signed.root());
            return null;
        } catch (RefusedException e) {
            return Finding.at(
                    position,
                    "event",
                    switch (e.reason()) {
                        case POSITION_OUTSIDE_TREE -> "is not under the checkpoint";
                        case PROOF_TOO_SHORT, PROOF_TOO_LONG -> "comes with a path that does not fit its position";
                        default -> "is not the one that was signed, or its path is not";
                    });
        }
    }
}
