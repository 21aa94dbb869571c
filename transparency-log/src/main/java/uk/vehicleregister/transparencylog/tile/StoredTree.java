package uk.vehicleregister.transparencylog.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;
import uk.vehicleregister.transparencylog.merkle.ConsistencyProof;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.InclusionProof;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// The tree of one size as its tiles hold it: its root, and every proof. Keeps the last few tiles it read, a
/// mebibyte at most. Not for many threads. Whether the tiles are right shows when the root is compared.
public final class StoredTree {

    private static final int TILES_KEPT = 64;

    private final TileReader reader;
    private final long size;
    private final MerkleHasher hasher = new MerkleHasher();
    private final Map<Tile, TileRows> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, TileRows> eldest) {
            return size() > TILES_KEPT;
        }
    };

    public StoredTree(TileReader reader, long size) {
        if (size < 0) throw new IllegalArgumentException("size " + size);
        this.reader = reader;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return size == 0 ? MerkleHasher.EMPTY_ROOT : hash(0, size);
    }

    /// The root of the tree when it had this many leaves.
    public Hash rootAt(long earlierSize) {
        checkEarlier(earlierSize);
        return earlierSize == 0 ? MerkleHasher.EMPTY_ROOT : hash(0, earlierSize);
    }

    public Hash leaf(long position) {
        checkPosition(position);
        return hash(position, position + 1);
    }

    /// That the leaf at this position is in the tree (RFC 6962, section 2.1.1).
    public InclusionProof inclusionProof(long position) {
        checkPosition(position);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (position < middle) {
                path.add(hash(middle, to));
                to = middle;
            } else {
                path.add(hash(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(position, size, path.reversed());
    }

    /// That the tree began as it was at the earlier size (RFC 6962, section 2.1.2); without hashes from size 0.
    public ConsistencyProof consistencyProof(long earlierSize) {
        checkEarlier(earlierSize);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        if (earlierSize > 0 && earlierSize < size) {
            while (to != earlierSize) {
                long middle = from + Long.highestOneBit(to - from - 1);
                if (earlierSize <= middle) {
                    path.add(hash(middle, to));
                    to = middle;
                } else {
                    path.add(hash(from, middle));
                    from = middle;
                }
            }
            if (from > 0) path.add(hash(from, to)); // else it is the earlier root, which the verifier has
        }
        return new ConsistencyProof(earlierSize, size, path.reversed());
    }

    private Hash hash(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) return whole(from, Long.numberOfTrailingZeros(width));
        long middle = from + Long.highestOneBit(width - 1);
        return hasher.node(hash(from, middle), hash(middle, to));
    }

    /// The root of the 2^height leaves from here: a hash of a tile, or one of the rows above it.
    private Hash whole(long from, int height) {
        int level = height / 8;
        long first = from >>> (8 * level);
        Tile tile = Tile.inTree(level, first / Tile.FULL, size);
        if (tile == null) throw new IllegalStateException("outside the tree");
        TileRows rows = kept.computeIfAbsent(tile, read -> new TileRows(reader.need(read), hasher));
        return rows.hash(height % 8, (int) (first % Tile.FULL) >> height % 8);
    }

    private void checkPosition(long position) {
        if (position < 0 || position >= size) {
            throw new RefusedException(Reason.POSITION_OUTSIDE_TREE, "position " + position + " in a tree of " + size);
        }
    }

    private void checkEarlier(long earlierSize) {
        if (earlierSize < 0 || earlierSize > size) {
            throw new RefusedException(Reason.TREE_SHRANK, "from " + earlierSize + " to " + size);
        }
    }
}
