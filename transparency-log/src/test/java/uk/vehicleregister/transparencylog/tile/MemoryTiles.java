package uk.vehicleregister.transparencylog.tile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.merkle.Reference;

/// Tiles in memory, by path.
public final class MemoryTiles implements TileReader, TileStore {

    public final Map<String, byte[]> byPath = new HashMap<>();

    /// The tiles of the reference tree of this size.
    public static MemoryTiles of(int size) {
        MemoryTiles tiles = new MemoryTiles();
        TreeBuilder builder = new TreeBuilder(tiles);
        for (int i = 0; i < size; i++) builder.add(Reference.leaf(i));
        builder.writePartialTiles();
        return tiles;
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        return byPath.get(tile.path());
    }

    @Override
    public void write(Tile tile, byte[] hashes) {
        byPath.put(tile.path(), hashes.clone());
    }
}
