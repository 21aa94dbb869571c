package uk.vehicleregister.eventstore.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM (NIST SP 800-38D) in the layout that Tink's AEAD without prefix has: 12 random bytes, ciphertext,
/// a tag of 16 bytes. By the JDK alone, since Tink keeps a source of randomness for each thread, and a request's
/// virtual thread lives for one request (ADR 27).
final class AesGcm {

    static final int KEY = 32;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    /// @param raw 32 bytes
    AesGcm(byte[] raw) {
        if (raw.length != KEY) throw new IllegalArgumentException("A key has 32 bytes, and not " + raw.length);
        key = new SecretKeySpec(raw, "AES");
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /// @param bound must be given again to open it
    byte[] seal(byte[] plaintext, byte[] bound) {
        byte[] nonce = random(NONCE);
        byte[] sealed = new byte[NONCE + plaintext.length + TAG];
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(plaintext, 0, plaintext.length, sealed, NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
        return sealed;
    }

    /// Throws when it was sealed under another key, bound to something else, or changed since.
    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG) throw new GeneralSecurityException("Nothing sealed is so short");
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 0, nonce, 0, NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
