package uk.vehicleregister.transparencylog.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hashes of RFC 6962, section 2.1: SHA-256 over 0x00 and a leaf, or over 0x01 and two nodes. Not for many
/// threads.
public final class MerkleHasher {

    /// The root of the tree without leaves: the hash of nothing.
    public static final Hash EMPTY_ROOT = Hash.of(sha256().digest());

    private final MessageDigest digest = sha256();

    public Hash leaf(byte[] leaf) {
        digest.update((byte) 0);
        return Hash.of(digest.digest(leaf));
    }

    public Hash node(Hash left, Hash right) {
        byte[] pair = new byte[2 * Hash.BYTES];
        left.copyTo(pair, 0);
        right.copyTo(pair, Hash.BYTES);
        node(pair, 0, pair, 0);
        return Hash.of(pair, 0);
    }

    /// The root over the first `count` hashes, one or more, that lie one after the other in `hashes`;
    /// overwrites them.
    public Hash fold(byte[] hashes, int count) {
        for (int width = count; width > 1; width = (width + 1) / 2) {
            foldRow(hashes, width);
            if (width % 2 == 1) { // the last has no sibling and moves up as it is
                System.arraycopy(hashes, (width - 1) * Hash.BYTES, hashes, width / 2 * Hash.BYTES, Hash.BYTES);
            }
        }
        return Hash.of(hashes, 0);
    }

    /// Puts the node over each pair of the first `count` hashes at the beginning of `hashes`, in order.
    public void foldRow(byte[] hashes, int count) {
        for (int i = 0; i < count / 2; i++) {
            node(hashes, 2 * i * Hash.BYTES, hashes, i * Hash.BYTES);
        }
    }

    private void node(byte[] pair, int from, byte[] into, int at) {
        digest.update((byte) 1);
        digest.update(pair, from, 2 * Hash.BYTES);
        try {
            digest.digest(into, at, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The JDK's SHA-256.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
