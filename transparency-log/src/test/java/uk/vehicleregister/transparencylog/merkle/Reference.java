package uk.vehicleregister.transparencylog.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tree as RFC 6962, section 2.1 defines it, word by word and slowly; leaf i of all of these is the text of i.
public final class Reference {

    private final Map<Long, Hash> known = new HashMap<>();

    public static Hash leaf(long i) {
        MessageDigest sha = MerkleHasher.sha256();
        sha.update((byte) 0);
        return Hash.of(sha.digest(Long.toString(i).getBytes()));
    }

    public Hash root(int size) {
        return size == 0 ? Hash.of(MerkleHasher.sha256().digest()) : mth(0, size);
    }

    private Hash mth(int from, int to) {
        if (to - from == 1) return known.computeIfAbsent(key(from, to), k -> leaf(from));
        Hash hash = known.get(key(from, to));
        if (hash != null) return hash;
        int k = split(to - from);
        MessageDigest sha = MerkleHasher.sha256();
        sha.update((byte) 1);
        sha.update(mth(from, from + k).bytes());
        hash = Hash.of(sha.digest(mth(from + k, to).bytes()));
        known.put(key(from, to), hash);
        return hash;
    }

    /// PATH(m, D[n])
    public List<Hash> path(int m, int size) {
        return path(m, 0, size);
    }

    private List<Hash> path(int m, int from, int to) {
        if (to - from == 1) return List.of();
        int k = split(to - from);
        List<Hash> path;
        if (m < k) {
            path = new ArrayList<>(path(m, from, from + k));
            path.add(mth(from + k, to));
        } else {
            path = new ArrayList<>(path(m - k, from + k, to));
            path.add(mth(from, from + k));
        }
        return path;
    }

    /// PROOF(m, D[n])
    public List<Hash> proof(int m, int size) {
        return subproof(m, 0, size, true);
    }

    private List<Hash> subproof(int m, int from, int to, boolean whole) {
        if (m == to - from) return whole ? List.of() : List.of(mth(from, to));
        int k = split(to - from);
        List<Hash> proof;
        if (m <= k) {
            proof = new ArrayList<>(subproof(m, from, from + k, whole));
            proof.add(mth(from + k, to));
        } else {
            proof = new ArrayList<>(subproof(m - k, from + k, to, false));
            proof.add(mth(from, from + k));
        }
        return proof;
    }

    /// The largest power of two smaller than n.
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) k *= 2;
        return k;
    }

    private static long key(int from, int to) {
        return ((long) from << 32) | to;
    }
}
