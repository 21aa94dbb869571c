package uk.vehicleregister.eventstore.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 over the parts, each with its length before it, cut to 16 bytes: equal for equal parts, and
/// nothing to be learnt from it without the key.
public final class KeyedDigest {

    private static final int LENGTH = 16;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Mac keyed;

    public KeyedDigest(byte[] key) {
        if (key.length < LENGTH) throw new IllegalArgumentException("A digest's key has at least 16 bytes");
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /// 16 bytes.
    public byte[] of(String... parts) {
        Mac mac = copy();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            mac.update(bytes);
        }
        return Arrays.copyOf(mac.doFinal(), LENGTH);
    }

    /// The same as 22 characters of base64url.
    public String text(String... parts) {
        return BASE64URL.encodeToString(of(parts));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's HmacSHA256 can be cloned", e);
        }
    }
}
