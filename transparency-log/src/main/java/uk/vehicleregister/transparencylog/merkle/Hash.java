package uk.vehicleregister.transparencylog.merkle;

import java.util.Arrays;
import java.util.Base64;
import uk.vehicleregister.transparencylog.MalformedException;

/// A SHA-256 hash: a leaf's, a node's or a root's. Written in base64, as C2SP writes them.
public final class Hash {

    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of the 32 bytes.
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new MalformedException("is " + bytes.length + " bytes, not " + BYTES, "hash");
        }
        return new Hash(bytes.clone());
    }

    /// A copy of the 32 bytes from `at`.
    public static Hash of(byte[] bytes, int at) {
        return new Hash(Arrays.copyOfRange(bytes, at, at + BYTES));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public void copyTo(byte[] into, int at) {
        System.arraycopy(bytes, 0, into, at, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
