package uk.vehicleregister.benchmarks.campaign.tamper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// The tree over some events, as tiles.
///
/// @param tiles each at the width it has in this tree
record Tree(Map<Tile, byte[]> tiles, Hash root) {

    static Tree over(List<EventLeaf> events) {
        Map<Tile, byte[]> tiles = new LinkedHashMap<>();
        TreeBuilder tree = new TreeBuilder((tile, hashes) -> tiles.put(tile, hashes.clone()));
        LeafHasher hasher = new LeafHasher();
        for (EventLeaf event : events) tree.add(hasher.hash(event));
        tree.writePartialTiles();
        return new Tree(tiles, tree.root());
    }
}
