package uk.vehicleregister.eventstore.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/// Seals one person's texts (AES-256-GCM). A sealed text names its key: 22 characters of base64url for the key's
/// id, a dot, and the ciphertext, which is bound to that id.
public final class DataKey {

    private static final int ID_TEXT = 22;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final UUID id;
    private final byte[] raw;
    private final AesGcm cipher;

    DataKey(UUID id, byte[] raw) {
        this.id = id;
        this.raw = raw;
        try {
            cipher = new AesGcm(raw);
        } catch (IllegalArgumentException e) {
            throw new UnreadableKeyException("A data key has 32 bytes", e);
        }
    }

    static DataKey random() {
        return new DataKey(UUID.randomUUID(), AesGcm.random(AesGcm.KEY));
    }

    public UUID id() {
        return id;
    }

    byte[] raw() {
        return raw;
    }

    public String seal(String plaintext) {
        byte[] named = bytes(id);
        byte[] sealed = cipher.seal(plaintext.getBytes(StandardCharsets.UTF_8), named);
        return ENCODER.encodeToString(named) + "." + ENCODER.encodeToString(sealed);
    }

    /// Throws when the text was sealed under another key or has been changed.
    public String open(String sealedText) {
        try {
            byte[] sealed = DECODER.decode(sealedText.substring(ID_TEXT + 1));
            return new String(cipher.open(sealed, bytes(id)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableKeyException("A text sealed under data key " + keyOf(sealedText) + " does not open", e);
        }
    }

    /// The id of the key a sealed text names.
    static UUID keyOf(String sealedText) {
        if (sealedText.length() <= ID_TEXT || sealedText.charAt(ID_TEXT) != '.')
            throw new IllegalArgumentException("This is no sealed text");
        ByteBuffer bytes = ByteBuffer.wrap(DECODER.decode(sealedText.substring(0, ID_TEXT)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
