package uk.vehicleregister.transparencylog.note;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import uk.vehicleregister.transparencylog.merkle.Reference;

/// A log and two witnesses to test with, and the checkpoint of the reference tree.
final class Keys {

    static final String ORIGIN = "register.example/log";
    static final SigningKey LOG = key(ORIGIN, SignatureType.ED25519);
    static final SigningKey WITNESS = key("witness.example/w1", SignatureType.COSIGNATURE);
    static final SigningKey OTHER_WITNESS = key("witness.example/w2", SignatureType.COSIGNATURE);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_679_315_147));
    static final CheckpointPolicy POLICY = new CheckpointPolicy(
            ORIGIN, List.of(LOG.verifier()), List.of(WITNESS.verifier(), OTHER_WITNESS.verifier()), 1);

    private Keys() {}

    static SigningKey key(String name, SignatureType type) {
        return SigningKey.generate(name, type, new SecureRandom());
    }

    static Checkpoint checkpoint(int size) {
        return new Checkpoint(ORIGIN, size, new Reference().root(size));
    }

    static SignedNote signed(int size) {
        return checkpoint(size).sign(LOG.author());
    }

    static SignedNote cosigned(int size) {
        return checkpoint(size).sign(LOG.author(), WITNESS.witness(CLOCK));
    }
}
