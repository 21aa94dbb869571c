package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import uk.vehicleregister.transparencylog.MalformedException;

/// A private key by name, kept as `PRIVATE+KEY+name+id+base64`, the form of Go's sumdb/note. Never printed by
/// accident.
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int LONGEST = 4096;

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(String name, SignatureType type, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) throw new MalformedException("is not 32 bytes", "private key");
        try {
            this.verifier = new VerifierKey(name, type, Ed25519.publicKeyOf(seed));
            this.key = Ed25519.privateKey(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.seed = seed;
    }

    public static SigningKey generate(String name, SignatureType type, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new SigningKey(name, type, seed);
    }

    public static SigningKey parse(String text) {
        if (text.length() > LONGEST || !text.startsWith(PREFIX)) {
            throw new MalformedException("does not begin with " + PREFIX, "private key");
        }
        String[] parts = text.substring(PREFIX.length()).split("\\+", 3);
        byte[] typed = parts.length == 3 ? Lines.strictBase64(parts[2]) : null;
        if (typed == null || typed.length == 0) throw new MalformedException("is not name+id+key", "private key");
        SignatureType type = SignatureType.of(typed[0]);
        if (type == null) throw new MalformedException("is of a type not known here", "private key");
        SigningKey key = new SigningKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!parts[1].equals(key.verifier.hexId())) throw new MalformedException("is not that of the key", "key id");
        return key;
    }

    /// The text to keep in a secret place; [#parse] reads it.
    public String secret() {
        String base64 = Base64.getEncoder().encodeToString(VerifierKey.typed(verifier.type(), seed));
        return PREFIX + verifier.name() + "+" + verifier.hexId() + "+" + base64;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /// Signs as the author of a note does, with a key of type [SignatureType#ED25519].
    public NoteSigner author() {
        requireType(SignatureType.ED25519);
        return text -> signature(Ed25519.sign(key, text.getBytes(UTF_8)));
    }

    /// Signs as a witness does, at the time of the clock, with a key of type [SignatureType#COSIGNATURE].
    public NoteSigner witness(InstantSource clock) {
        requireType(SignatureType.COSIGNATURE);
        return text -> {
            long seconds = clock.instant().getEpochSecond();
            return signature(Cosignature.join(seconds, Ed25519.sign(key, Cosignature.message(seconds, text))));
        };
    }

    private NoteSignature signature(byte[] bytes) {
        return new NoteSignature(verifier.name(), verifier.id(), bytes);
    }

    private void requireType(SignatureType type) {
        if (verifier.type() != type) throw new IllegalStateException("the key is of type " + verifier.type());
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier.name() + "]";
    }
}
