package uk.vehicleregister.transparencylog.merkle;

import static uk.vehicleregister.transparencylog.RefusedException.Reason.POSITION_OUTSIDE_TREE;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.PROOF_TOO_LONG;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.PROOF_TOO_SHORT;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.ROOT_DIFFERS;

import java.util.List;
import uk.vehicleregister.transparencylog.RefusedException;

/// That a leaf stands at a position of the tree of a size: the hashes beside its way up (RFC 9162, section 2.1.3).
public record InclusionProof(long position, long size, List<Hash> path) {

    /// No tree that a signed 64-bit number can count has a longer way up.
    public static final int MOST_HASHES = 63;

    public InclusionProof {
        path = List.copyOf(path);
    }

    /// Refuses unless the leaf with this hash leads, along the path, to this root.
    public void verify(Hash leaf, Hash root) {
        if (position < 0 || position >= size) {
            throw new RefusedException(POSITION_OUTSIDE_TREE, "position " + position + " in a tree of " + size);
        }
        MerkleHasher hasher = new MerkleHasher();
        long node = position;
        long last = size - 1;
        Hash hash = leaf;
        for (int i = 0; i < path.size(); i++) {
            if (last == 0) throw new RefusedException(PROOF_TOO_LONG, "the root is reached after " + i + " hashes");
            if (node % 2 == 1 || node == last) {
                hash = hasher.node(path.get(i), hash);
                while (node % 2 == 0 && node != 0) { // up to where it has a sibling again
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hasher.node(hash, path.get(i));
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) throw new RefusedException(PROOF_TOO_SHORT, "after " + path.size() + " hashes");
        if (!hash.equals(root)) throw new RefusedException(ROOT_DIFFERS, "from position " + position);
    }
}
