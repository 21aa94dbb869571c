package uk.vehicleregister.transparencylog.tile;

/// Where tiles are written to.
@FunctionalInterface
public interface TileStore {

    /// Takes the tile; the hashes are the caller's again afterwards. A tile never changes: the same one again is
    /// nothing to do (it was written before a crash), another one in its place is to be refused.
    void write(Tile tile, byte[] hashes);

    /// Returns when all tiles taken so far would outlive a crash. Nothing to do for a store that writes them so
    /// at once.
    default void force() {}
}
