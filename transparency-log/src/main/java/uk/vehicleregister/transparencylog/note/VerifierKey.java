package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// A public key by name, as people configure it: `name+id+base64` (C2SP signed-note, "Verifier keys").
public final class VerifierKey {

    private static final int LONGEST = 4096;

    private final String name;
    private final SignatureType type;
    private final byte[] bytes;
    private final int id;
    private final PublicKey key;

    VerifierKey(String name, SignatureType type, byte[] bytes) {
        KeyNames.check(name, "name of the key");
        if (bytes.length != type.keyBytes()) {
            throw new MalformedException("is " + bytes.length + " bytes, not " + type.keyBytes(), "public key");
        }
        this.name = name;
        this.type = type;
        this.bytes = bytes.clone();
        this.id = id(name, type, bytes);
        try {
            this.key = Ed25519.publicKey(bytes);
        } catch (GeneralSecurityException e) {
            throw new MalformedException("is no Ed25519 key", "public key");
        }
    }

    /// From the bare bytes of a public key, as a key service tells it. Refuses what is no key of that type.
    public static VerifierKey of(String name, SignatureType type, byte[] publicKey) {
        return new VerifierKey(name, type, publicKey);
    }

    public static VerifierKey parse(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("\\+", 3);
        if (parts.length != 3) throw new MalformedException("is not name+id+key", "verifier key");
        byte[] typed = Lines.strictBase64(parts[2]);
        if (typed == null || typed.length == 0) throw new MalformedException("is not base64", "public key");
        SignatureType type = SignatureType.of(typed[0]);
        if (type == null) throw new MalformedException("is of a type not known here", "public key");
        VerifierKey key = new VerifierKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!parts[1].equals(key.hexId())) throw new MalformedException("is not that of the key", "key id");
        return key;
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /// The first four bytes of SHA-256 over name, newline, type and key, as a big-endian number.
    public int id() {
        return id;
    }

    /// Is this signature by this key, as far as its name and id say?
    public boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /// Does this key's signature hold for this text?
    public boolean verifies(String text, NoteSignature signature) {
        byte[] signed = signature.bytes();
        return switch (type) {
            case ED25519 -> Ed25519.verifies(key, text.getBytes(UTF_8), signed);
            case COSIGNATURE -> {
                if (signed.length < Long.BYTES) yield false;
                long seconds = ByteBuffer.wrap(signed).getLong();
                byte[] bare = Arrays.copyOfRange(signed, Long.BYTES, signed.length);
                yield seconds >= 0 && Ed25519.verifies(key, Cosignature.message(seconds, text), bare);
            }
        };
    }

    /// The text to configure elsewhere; [#parse] reads it.
    @Override
    public String toString() {
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(typed(type, bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return id;
    }

    String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    static byte[] typed(SignatureType type, byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(type.code()).put(key).array();
    }

    private static int id(String name, SignatureType type, byte[] key) {
        MessageDigest digest = MerkleHasher.sha256();
        digest.update(name.getBytes(UTF_8));
        digest.update((byte) '\n');
        return ByteBuffer.wrap(digest.digest(typed(type, key))).getInt();
    }
}
