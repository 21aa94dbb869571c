package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import uk.vehicleregister.transparencylog.MalformedException;

/// A witness's signature over a checkpoint and the time it was seen at (C2SP tlog-cosignature, Ed25519).
public final class Cosignature {

    private Cosignature() {}

    /// When the witness says it saw the checkpoint; worth as much as [VerifierKey#verifies] says.
    public static Instant time(NoteSignature signature) {
        long seconds = signature.bytes().length < Long.BYTES
                ? -1
                : ByteBuffer.wrap(signature.bytes()).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new MalformedException("has no time", "cosignature");
        }
        return Instant.ofEpochSecond(seconds);
    }

    static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }

    static byte[] join(long seconds, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }
}
