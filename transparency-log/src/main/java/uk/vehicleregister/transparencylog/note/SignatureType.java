package uk.vehicleregister.transparencylog.note;

import org.jspecify.annotations.Nullable;

/// How a key signs; the byte is part of the key id, so one key of two types is two keys (C2SP signed-note,
/// "Signature types"). ML-DSA-44 (0x06) is a constant here and a case in [VerifierKey] and [SigningKey] away.
public enum SignatureType {

    /// Ed25519 over the text of the note (C2SP signed-note).
    ED25519(0x01, 32),

    /// Ed25519 over a time and the text of a checkpoint, by a witness (C2SP tlog-cosignature).
    COSIGNATURE(0x04, 32);

    private final int code;
    private final int keyBytes;

    SignatureType(int code, int keyBytes) {
        this.code = code;
        this.keyBytes = keyBytes;
    }

    byte code() {
        return (byte) code;
    }

    int keyBytes() {
        return keyBytes;
    }

    static @Nullable SignatureType of(byte code) {
        for (SignatureType type : values()) {
            if (type.code() == code) return type;
        }
        return null;
    }
}
