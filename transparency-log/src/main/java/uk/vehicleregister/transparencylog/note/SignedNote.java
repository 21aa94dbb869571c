package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;

/// A text and the signatures under it (C2SP signed-note). Well formed says nothing yet: [#verifiedBy] does.
public record SignedNote(String text, List<NoteSignature> signatures) {

    public static final int MOST_BYTES = 1_000_000;
    public static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) throw new MalformedException("does not end with a newline", "text of the note");
        if (signatures.isEmpty()) throw new MalformedException("are missing", "signatures");
        if (signatures.size() > MOST_SIGNATURES) {
            throw new MalformedException("are more than " + MOST_SIGNATURES, "signatures");
        }
    }

    /// The text signed by each of the signers.
    public static SignedNote sign(String text, NoteSigner... signers) {
        Lines.of(text, 1);
        List<NoteSignature> signatures = new ArrayList<>();
        for (NoteSigner signer : signers) signatures.add(signer.sign(text));
        return new SignedNote(text, signatures);
    }

    public static SignedNote parse(byte[] bytes) {
        return parse(Lines.of(bytes, MOST_BYTES).rest(), 1);
    }

    /// Reads a note that stands in a text from this line on.
    static SignedNote parse(String note, int firstLine) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0) throw new MalformedException("has no empty line before signatures", "line " + firstLine);
        String text = note.substring(0, gap + 1);
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        Lines under = Lines.of(note.substring(gap + 2), firstLine + lines + 1);
        List<NoteSignature> signatures = NoteSignature.parseAll(under);
        if (signatures.isEmpty()) throw under.wrong("is missing: a note has one signature or more");
        return new SignedNote(text, signatures);
    }

    /// The keys of these that signed, one or more. Refuses when none did, and when one that is named did not;
    /// lines by other keys are passed over, whatever they hold, and of several by one key the first counts.
    public Set<VerifierKey> verifiedBy(Collection<VerifierKey> trusted) {
        Set<VerifierKey> verified = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : trusted) {
                if (!key.isNamedBy(signature) || verified.contains(key)) continue;
                if (!key.verifies(text, signature)) throw new RefusedException(Reason.SIGNATURE_WRONG, key.name());
                verified.add(key);
            }
        }
        if (verified.isEmpty()) throw new RefusedException(Reason.NOT_SIGNED, "by any of " + trusted.size() + " keys");
        return verified;
    }

    /// The same note with more signatures under it.
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        for (NoteSignature signature : more) if (!all.contains(signature)) all.add(signature);
        return new SignedNote(text, all);
    }

    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) note.append(signature.line());
        return note.toString();
    }
}
