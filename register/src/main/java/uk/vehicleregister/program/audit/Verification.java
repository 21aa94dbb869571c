package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// One audit from end to end: whose signature counts, what was kept from last time, the whole log, and what is kept for
/// next time when all is good.
final class Verification {

    /// @param key whose signature was looked for
    /// @param firstUse the key came from whom it is to check, since nobody gave one and none was kept
    /// @param notSealed events after the checkpoint
    record Outcome(Verdict verdict, VerifierKey key, boolean firstUse, long notSealed, Path keptFile) {

        boolean good() {
            return verdict.wrong() == null;
        }
    }

    private final AuditedLog log;
    private final @Nullable VerifierKey given;
    private final @Nullable Path keptFile;
    private final boolean quiet;
    private final boolean keeps;
    private Cosigners cosigners = Cosigners.NONE;

    Verification(AuditedLog log, @Nullable VerifierKey given, @Nullable Path keptFile, boolean quiet) {
        this(log, given, keptFile, quiet, true);
    }

    /// @param keeps whether key and checkpoint are written down for next time when all is good
    Verification(AuditedLog log, @Nullable VerifierKey given, @Nullable Path keptFile, boolean quiet, boolean keeps) {
        this.keeps = keeps;
        this.log = log;
        this.given = given;
        this.keptFile = keptFile;
        this.quiet = quiet;
    }

    /// Asks for these cosignatures too.
    Verification cosignedBy(Cosigners wanted) {
        cosigners = wanted;
        return this;
    }

    static VerifierKey parseKey(String text) {
        VerifierKey key = VerifierKey.parse(text);
        if (key.type() == SignatureType.ED25519) return key;
        throw new MalformedException("is a witness's and not a log's", "verifier key");
    }

    /// What a log or an archive tells of its keys, a line each: several sign while they are changed. The last of
    /// those that signed the note, rightly or wrongly, since the others will cease to; where none did, the first.
    static VerifierKey signing(String published, SignedNote note) {
        List<VerifierKey> keys = published.lines().map(Verification::parseKey).toList();
        if (keys.isEmpty()) throw new MalformedException("is missing", "verifier key");
        for (VerifierKey key : keys.reversed()) {
            try {
                if (note.verifiedBy(List.of(key)).contains(key)) return key;
            } catch (RefusedException e) {
                if (e.reason() == RefusedException.Reason.SIGNATURE_WRONG) return key; // tried by itself, it says so
            }
        }
        return keys.getFirst();
    }

    Outcome run() throws IOException {
        byte[] bytes = log.checkpoint();
        SignedNote note = SignedNote.parse(bytes);
        Checkpoint claimed = Checkpoint.parse(note.text());
        Path file = keptFile != null ? keptFile : Kept.usualFile(given != null ? given.name() : claimed.origin());
        Kept kept = Kept.read(file).orElse(null);
        boolean firstUse = given == null && kept == null;
        VerifierKey key = given != null ? given : kept != null ? kept.key() : signing(log.key(), note);
        Finding wrong = signature(note, key, firstUse);
        if (wrong == null) wrong = cosigners.missing(note);
        if (wrong == null && kept != null) wrong = against(kept.checkpoint(), claimed);
        if (wrong != null) return new Outcome(new Verdict(claimed, -1, wrong, 0, 0, 0), key, firstUse, 0, file);
        Verdict verdict;
        try (Progress progress = Progress.of("verify", claimed.size(), "events", quiet)) {
            verdict = new Audit(log, claimed, kept == null ? null : kept.checkpoint()).run(progress);
        }
        if (keeps && verdict.wrong() == null) keep(file, key, bytes);
        return new Outcome(verdict, key, firstUse, log.notSealedYet(claimed.size()), file);
    }

    static @Nullable Finding signature(SignedNote note, VerifierKey key, boolean firstUse) {
        try {
            new CheckpointPolicy(key.name(), key).verify(note);
            return null;
        } catch (RefusedException e) {
            String whose = firstUse ? "that comes with it" : "given, or kept from last time";
            return Finding.of(
                    "checkpoint",
                    switch (e.reason()) {
                        case ANOTHER_LOG -> "is of another log than the key " + whose;
                        case SIGNATURE_WRONG -> "has a signature by the key " + whose + ", and it is wrong";
                        default -> "is not signed by the key " + whose;
                    });
        }
    }

    private static @Nullable Finding against(Checkpoint kept, Checkpoint now) {
        if (!kept.origin().equals(now.origin()))
            return Finding.of("checkpoint", "is of another log than the one kept from last time");
        if (now.size() < kept.size())
            return Finding.at(
                    now.size(), // the first that was signed and is so no more
                    "checkpoint",
                    "was taken back: it is of " + now.size() + " events, and " + kept.size() + " were signed before");
        if (now.size() == kept.size() && !now.root().equals(kept.root()))
            return Finding.of("checkpoint", "is another one than was kept of the same size: two histories were signed");
        return null;
    }

    private static void keep(Path file, VerifierKey key, byte[] note) {
        try {
            Kept.write(file, key, note);
        } catch (IOException e) {
            throw Stopped.unreachable("All is good, but the checkpoint cannot be kept for next time in " + file + " ("
                    + e.getClass().getSimpleName() + "). Name another file with --kept.");
        }
    }
}
