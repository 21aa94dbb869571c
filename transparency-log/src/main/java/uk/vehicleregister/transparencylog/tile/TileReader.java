package uk.vehicleregister.transparencylog.tile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// Where tiles are read from: a folder, a database, a web site.
@FunctionalInterface
public interface TileReader {

    /// The tile's hashes one after the other, or null when it is not there at this width. A full tile may stand
    /// in for a partial one; whoever reads asks for it by itself.
    byte @Nullable [] read(Tile tile);

    /// The tile, or the beginning of the full one that took its place; refuses when neither is there.
    default byte[] need(Tile tile) {
        byte[] hashes = read(tile);
        Tile found = tile;
        if (hashes == null && !tile.isFull()) {
            found = tile.full();
            hashes = read(found);
        }
        if (hashes == null) throw new RefusedException(Reason.TILE_MISSING, tile.path());
        if (hashes.length != found.bytes()) {
            throw new MalformedException("is " + hashes.length + " bytes, not " + found.bytes(), found.path());
        }
        return hashes.length == tile.bytes() ? hashes : Arrays.copyOf(hashes, tile.width() * Hash.BYTES);
    }
}
