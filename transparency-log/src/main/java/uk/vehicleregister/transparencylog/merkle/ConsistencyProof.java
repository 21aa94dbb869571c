package uk.vehicleregister.transparencylog.merkle;

import static uk.vehicleregister.transparencylog.RefusedException.Reason.EARLIER_ROOT_DIFFERS;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.PROOF_TOO_LONG;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.PROOF_TOO_SHORT;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.ROOT_DIFFERS;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.TREE_SHRANK;

import java.util.ArrayList;
import java.util.List;
import uk.vehicleregister.transparencylog.RefusedException;

/// That an earlier tree is how a later one begins (RFC 9162, section 2.1.4).
public record ConsistencyProof(long earlierSize, long size, List<Hash> path) {

    /// The most that C2SP tlog-witness lets a client send.
    public static final int MOST_HASHES = 63;

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// Refuses unless the tree with the one root begins as the tree with the earlier one. Before the empty tree and
    /// between equal trees nothing is to be proved, and the path is empty.
    public void verify(Hash earlierRoot, Hash root) {
        if (earlierSize < 0 || earlierSize > size) {
            throw new RefusedException(TREE_SHRANK, "from " + earlierSize + " to " + size);
        }
        if (earlierSize == 0 || earlierSize == size) verifyWithoutPath(earlierRoot, root);
        else verifyAlongPath(earlierRoot, root);
    }

    private void verifyWithoutPath(Hash earlierRoot, Hash root) {
        if (!path.isEmpty()) throw new RefusedException(PROOF_TOO_LONG, "no hashes are needed");
        if (earlierSize == 0 && !earlierRoot.equals(MerkleHasher.EMPTY_ROOT)) {
            throw new RefusedException(EARLIER_ROOT_DIFFERS, "the root of the empty tree is the hash of nothing");
        }
        if (earlierSize == size && !earlierRoot.equals(root)) {
            throw new RefusedException(ROOT_DIFFERS, "two roots at size " + size);
        }
    }

    private void verifyAlongPath(Hash earlierRoot, Hash root) {
        List<Hash> hashes = new ArrayList<>();
        if (Long.bitCount(earlierSize) == 1) hashes.add(earlierRoot); // a whole subtree of the later tree: not repeated
        hashes.addAll(path);
        if (hashes.isEmpty()) throw new RefusedException(PROOF_TOO_SHORT, "no hashes");

        MerkleHasher hasher = new MerkleHasher();
        int shared = Long.numberOfTrailingZeros(earlierSize);
        long node = (earlierSize - 1) >> shared;
        long last = (size - 1) >> shared;
        Hash earlier = hashes.getFirst();
        Hash later = hashes.getFirst();
        for (int i = 1; i < hashes.size(); i++) {
            if (last == 0) throw new RefusedException(PROOF_TOO_LONG, "the root is reached before the last hash");
            Hash hash = hashes.get(i);
            if (node % 2 == 1 || node == last) {
                earlier = hasher.node(hash, earlier);
                later = hasher.node(hash, later);
                while (node % 2 == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                later = hasher.node(later, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) throw new RefusedException(PROOF_TOO_SHORT, "after " + path.size() + " hashes");
        if (!earlier.equals(earlierRoot)) throw new RefusedException(EARLIER_ROOT_DIFFERS, "size " + earlierSize);
        if (!later.equals(root)) throw new RefusedException(ROOT_DIFFERS, "size " + size);
    }
}
