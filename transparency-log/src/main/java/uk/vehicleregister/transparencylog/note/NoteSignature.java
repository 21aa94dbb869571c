package uk.vehicleregister.transparencylog.note;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// One line under a note: who says to have signed, the id of the key, and the signature (C2SP signed-note).
public record NoteSignature(String name, int keyId, byte[] bytes) {

    static final String BEGINNING = "\u2014 ";

    public NoteSignature {
        KeyNames.check(name, "name of the key");
        if (bytes.length == 0) throw new IllegalArgumentException("an empty signature");
    }

    /// The lines a witness answers with, one or more.
    public static List<NoteSignature> parseAll(byte[] bytes) {
        Lines lines = Lines.of(bytes, SignedNote.MOST_BYTES);
        List<NoteSignature> signatures = parseAll(lines);
        if (signatures.isEmpty()) throw lines.wrong("is missing: there is one signature or more");
        return signatures;
    }

    static List<NoteSignature> parseAll(Lines lines) {
        List<NoteSignature> signatures = new ArrayList<>();
        while (!lines.atEnd()) {
            if (signatures.size() == SignedNote.MOST_SIGNATURES) {
                throw lines.wrong("is one signature more than the " + SignedNote.MOST_SIGNATURES + " that are read");
            }
            signatures.add(parse(lines));
        }
        return signatures;
    }

    private static NoteSignature parse(Lines lines) {
        String line = lines.next();
        String[] parts =
                line.startsWith(BEGINNING) ? line.substring(BEGINNING.length()).split(" ", -1) : new String[0];
        if (parts.length != 2) throw lines.wrongBefore("is not a signature: a dash, a name and base64");
        KeyNames.check(parts[0], "name of the key in line " + (lines.line() - 1));
        byte[] bytes = lines.base64(parts[1]);
        if (bytes.length < 5) throw lines.wrongBefore("has a signature too short for a key id and anything");
        return new NoteSignature(
                parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /// The line with its newline, as a note has it and a witness answers it.
    public String line() {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return BEGINNING + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return line();
    }
}
