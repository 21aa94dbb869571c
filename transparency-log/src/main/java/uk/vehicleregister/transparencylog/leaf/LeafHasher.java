package uk.vehicleregister.transparencylog.leaf;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Objects;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// Hashes leaves, one after the other and without making garbage: SHA-256 over 0x00 and the encoded leaf (RFC 6962,
/// section 2.1). Not for many threads.
public final class LeafHasher {

    private final MessageDigest digest = MerkleHasher.sha256();
    private final LeafHead head = new LeafHead();

    /// Writes the 32 bytes of the leaf's hash into the array from `at`.
    public void hash(EventLeaf leaf, byte[] into, int at) {
        Objects.checkFromIndexSize(at, Hash.BYTES, into.length); // before the digest has begun
        head.write(leaf);
        digest.update((byte) 0);
        digest.update(head.bytes(), 0, head.length());
        digest.update(leaf.payload());
        digest.update(leaf.metadata());
        try {
            digest.digest(into, at, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    public Hash hash(EventLeaf leaf) {
        byte[] bytes = new byte[Hash.BYTES];
        hash(leaf, bytes, 0);
        return Hash.of(bytes);
    }
}
