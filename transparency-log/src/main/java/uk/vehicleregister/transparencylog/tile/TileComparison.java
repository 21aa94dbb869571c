package uk.vehicleregister.transparencylog.tile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// Takes the tiles of a tree built anew and compares each with the one that was stored; for an auditor, who
/// hands it to a [TreeBuilder] as its store. Remembers the difference at the lowest position and reads on.
public final class TileComparison implements TileStore {

    /// What was found: the tile, whether it was there at all, and the first position under the first hash that
    /// differs.
    public record Difference(Tile tile, boolean missing, long position) {}

    private final TileReader stored;
    private @Nullable Difference first;

    public TileComparison(TileReader stored) {
        this.stored = stored;
    }

    /// The lowest position at which what was stored is not what was built; null while there is none. A tile
    /// of level 0 names it exactly, and comes before those above it.
    public @Nullable Difference first() {
        return first;
    }

    @Override
    public void write(Tile tile, byte[] hashes) {
        byte[] found = stored.read(tile);
        if (found == null && !tile.isFull()) {
            byte[] full = stored.read(tile.full());
            found = full == null ? null : Arrays.copyOf(full, Math.min(full.length, tile.bytes()));
        }
        int same = found == null ? 0 : Arrays.mismatch(hashes, 0, tile.bytes(), found, 0, found.length);
        if (same < 0) return;
        int hash = Math.min(same / Hash.BYTES, tile.width() - 1);
        long span = 1L << (8 * tile.level());
        long position = (tile.index() * Tile.FULL + hash) * span;
        // What was found below the hash already is why it differs, and says more exactly where.
        if (first == null || first.position() >= position + span) {
            first = new Difference(tile, found == null, position);
        }
    }
}
