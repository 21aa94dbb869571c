package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// Checks an archive of some events, with no register at hand: whose signature the checkpoint has, and that the
/// proof of each event leads from it to the signed root. Reads everything once; keeps nothing for next time,
/// since of the log as a whole nothing was seen.
final class SelectionAudit {

    /// What is proven of an archive.
    ///
    /// @param selection what whoever made it says that was selected; not proven
    /// @param proven the positions of which it is proven that the event there was signed
    /// @param wrong the first thing that is wrong, null when all is good
    record Proven(
            Checkpoint signed,
            VerifierKey key,
            boolean firstUse,
            String selection,
            PositionRanges proven,
            @Nullable Finding wrong) {}

    private final SelectionArchive archive;
    private final @Nullable VerifierKey given;
    private final @Nullable Path keptFile;
    private final Cosigners cosigners;
    private final PositionRanges proven = new PositionRanges();
    private final LeafHasher hasher = new LeafHasher();

    SelectionAudit(
            SelectionArchive archive, @Nullable VerifierKey given, @Nullable Path keptFile, Cosigners cosigners) {
        this.archive = archive;
        this.given = given;
        this.keptFile = keptFile;
        this.cosigners = cosigners;
    }

    Proven run() throws IOException {
        SignedNote note = SignedNote.parse(archive.checkpoint());
        Checkpoint claimed = Checkpoint.parse(note.text());
        Path file = keptFile != null ? keptFile : Kept.usualFile(given != null ? given.name() : claimed.origin());
        Kept kept = Kept.read(file).orElse(null);
        boolean firstUse = given == null && kept == null;
        VerifierKey key = given != null ? given : kept != null ? kept.key() : Verification.signing(archive.key(), note);
        Finding wrong = Verification.signature(note, key, firstUse);
        if (wrong == null) wrong = cosigners.missing(note);
        if (wrong == null && kept != null) wrong = against(kept.checkpoint(), claimed);
        String selection = "";
        if (wrong == null) wrong = events(claimed);
        if (wrong == null) {
            archive.key();
            try (InputStream in = archive.manifest()) {
                selection = SelectionManifest.check(in, claimed, proven.count(), archive.digests());
            } catch (MalformedException e) {
                wrong = Finding.of(e);
            }
        }
        return new Proven(claimed, key, firstUse, selection, proven, wrong);
    }

    /// Of two sizes nothing can be said without the log between them.
    private static @Nullable Finding against(Checkpoint kept, Checkpoint claimed) {
        if (!kept.origin().equals(claimed.origin()))
            return Finding.of("checkpoint", "is of another log than the one kept from last time");
        if (kept.size() != claimed.size() || kept.root().equals(claimed.root())) return null;
        return Finding.of("checkpoint", "is another one than was kept of the same size: two histories were signed");
    }

    private @Nullable Finding events(Checkpoint claimed) throws IOException {
        LineReader events = new LineReader(archive.events());
        LineReader proofs = new LineReader(archive.proofs());
        try {
            while (true) {
                LineReader.Line event = events.next();
                LineReader.Line proof = proofs.next();
                if (event == null && proof == null) return null;
                if (proof == null) return Finding.of(SelectionLayout.PROOFS, "ends before the events do");
                if (event == null) return Finding.of(proof.where(), "proves an event that is not there");
                Finding wrong = one(event, proof, claimed);
                if (wrong != null) return wrong;
            }
        } catch (MalformedException e) {
            return Finding.of(e);
        }
    }

    private @Nullable Finding one(LineReader.Line event, LineReader.Line proof, Checkpoint claimed) {
        EventLeaf leaf;
        ProofLine path;
        try {
            leaf = EventLine.read(event.bytes(), event.from(), event.length());
        } catch (MalformedException e) {
            return Finding.of(event.where(), String.valueOf(e.getMessage()));
        }
        try {
            path = ProofLine.read(proof.bytes(), proof.from(), proof.length());
        } catch (MalformedException e) {
            return Finding.of(proof.where(), String.valueOf(e.getMessage()));
        }
        long position = leaf.position();
        if (position <= proven.last())
            return Finding.at(position, event.where(), "is not after the event of position " + proven.last());
        if (path.position() != position)
            return Finding.at(position, proof.where(), "is the proof of position " + path.position());
        try {
            path.proof(claimed.size()).verify(hasher.hash(leaf), claimed.root());
        } catch (RefusedException e) {
            return Finding.at(
                    position,
                    event.where(),
                    position >= claimed.size()
                            ? "is not under the checkpoint, which is of " + claimed.size() + " events"
                            : "does not lead along its proof to the signed root: one of the two was altered");
        }
        proven.add(position);
        return null;
    }
}
