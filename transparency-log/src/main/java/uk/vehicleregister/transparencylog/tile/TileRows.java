package uk.vehicleregister.transparencylog.tile;

import java.util.Arrays;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// A tile and the rows of whole subtrees above its hashes, up to where the next level's tiles take over.
final class TileRows {

    private static final int ROWS = 8;

    private final byte[][] rows = new byte[ROWS][];

    TileRows(byte[] tile, MerkleHasher hasher) {
        rows[0] = tile;
        for (int row = 1; row < ROWS; row++) {
            byte[] below = rows[row - 1];
            int pairs = below.length / Hash.BYTES / 2;
            byte[] folded = Arrays.copyOf(below, 2 * pairs * Hash.BYTES);
            hasher.foldRow(folded, 2 * pairs);
            rows[row] = Arrays.copyOf(folded, pairs * Hash.BYTES);
        }
    }

    Hash hash(int row, int index) {
        return Hash.of(rows[row], index * Hash.BYTES);
    }
}
