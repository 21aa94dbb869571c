package uk.vehicleregister.program.audit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TileReader;

/// The tiles as they are published for a tree of the signed size, cut down to what a smaller tree has: so a log that
/// breaks off can be compared as far as it goes.
final class SignedSizeTiles implements TileReader {

    private final TileReader published;
    private final long size;

    SignedSizeTiles(TileReader published, long size) {
        this.published = published;
        this.size = size;
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        long there = (size >>> 8 * tile.level()) - tile.index() * Tile.FULL;
        if (there <= 0) return null;
        Tile signed = new Tile(tile.level(), tile.index(), (int) Math.min(Tile.FULL, there));
        if (signed.width() < tile.width()) return null;
        byte[] hashes = published.read(signed);
        if (hashes == null && !signed.isFull()) {
            hashes = published.read(new Tile(tile.level(), tile.index(), Tile.FULL));
        }
        return hashes == null ? null : Arrays.copyOf(hashes, Math.min(hashes.length, tile.width() * Hash.BYTES));
    }
}
