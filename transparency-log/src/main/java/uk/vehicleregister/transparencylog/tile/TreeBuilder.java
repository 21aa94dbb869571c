package uk.vehicleregister.transparencylog.tile;

import java.util.Arrays;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// Grows a tree leaf by leaf and writes its tiles as they fill. Holds the right edge only, 64 KiB at most,
/// however large the log. Not for many threads. After an exception begin again with [#resume]: what was written
/// may be written again.
public final class TreeBuilder {

    private final TileStore store;
    private final MerkleHasher hasher = new MerkleHasher();
    private final byte[][] edge = new byte[Tile.LEVELS][];
    private final byte[] scratch = new byte[Tile.FULL_BYTES];
    private long size;

    /// An empty tree.
    public TreeBuilder(TileStore store) {
        this.store = store;
    }

    /// The tree of this size whose tiles were written before, to go on from there. Whoever knows its root compares.
    public static TreeBuilder resume(TileReader reader, TileStore store, long size) {
        TreeBuilder builder = new TreeBuilder(store);
        builder.size = size;
        for (int level = 0; level < Tile.LEVELS; level++) {
            int width = builder.width(level);
            if (width == 0) continue;
            byte[] hashes = reader.need(new Tile(level, size >>> (8 * level) >>> 8, width));
            System.arraycopy(hashes, 0, builder.edge(level), 0, hashes.length);
        }
        return builder;
    }

    public long size() {
        return size;
    }

    /// The next leaf, by its hash.
    public void add(Hash leaf) {
        byte[] bytes = leaf.bytes();
        add(bytes, 0);
    }

    /// The next leaf, by the 32 bytes of its hash from `at`.
    public void add(byte[] hashes, int at) {
        System.arraycopy(hashes, at, edge(0), width(0) * Hash.BYTES, Hash.BYTES);
        for (int level = 0; width(level) == Tile.FULL - 1; level++) {
            // The tile is full: it goes out, and its root goes to the level above.
            store.write(new Tile(level, size >>> (8 * level) >>> 8, Tile.FULL), edge(level));
            System.arraycopy(edge(level), 0, scratch, 0, Tile.FULL_BYTES);
            hasher.fold(scratch, Tile.FULL).copyTo(edge(level + 1), width(level + 1) * Hash.BYTES);
        }
        size++;
    }

    /// The root at the present size (RFC 6962, section 2.1).
    public Hash root() {
        Hash below = null;
        for (int level = 0; level < Tile.LEVELS; level++) {
            int width = width(level);
            if (width > 0) System.arraycopy(edge(level), 0, scratch, 0, width * Hash.BYTES);
            if (below != null) below.copyTo(scratch, width++ * Hash.BYTES);
            if (width > 0) below = hasher.fold(scratch, width);
        }
        return below == null ? MerkleHasher.EMPTY_ROOT : below;
    }

    /// Writes the partial tiles of the present size and has the store force all to the disk; to be done before the
    /// checkpoint of this size is signed.
    public void writePartialTiles() {
        for (int level = 0; level < Tile.LEVELS; level++) {
            int width = width(level);
            if (width == 0) continue;
            Tile tile = new Tile(level, size >>> (8 * level) >>> 8, width);
            store.write(tile, Arrays.copyOf(edge(level), tile.bytes()));
        }
        store.force();
    }

    private int width(int level) {
        return (int) (size >>> (8 * level)) & 0xff;
    }

    private byte[] edge(int level) {
        if (edge[level] == null) edge[level] = new byte[Tile.FULL_BYTES];
        return edge[level];
    }
}
