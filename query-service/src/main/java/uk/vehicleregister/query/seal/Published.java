package uk.vehicleregister.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;

/// A checkpoint that everybody may have.
///
/// @param keys the public keys it was signed with, one a line
public record Published(Checkpoint checkpoint, SignedNote note, String keys) {

    static Published of(String note, String keys) {
        SignedNote signed = SignedNote.parse(note.getBytes(UTF_8));
        return new Published(Checkpoint.parse(signed.text()), signed, keys);
    }

    public long size() {
        return checkpoint.size();
    }
}
