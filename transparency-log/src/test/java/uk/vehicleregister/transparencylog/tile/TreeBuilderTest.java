package uk.vehicleregister.transparencylog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.Reference;

class TreeBuilderTest {

    private final Reference reference = new Reference();

    @Test
    void a_tree_goes_on_from_every_size_as_if_it_had_never_stopped() {
        MemoryTiles tiles = new MemoryTiles();
        for (int size = 0; size < 1100; size++) {
            TreeBuilder resumed = TreeBuilder.resume(tiles, tiles, size);
            assertThat(resumed.root()).isEqualTo(reference.root(size));
            resumed.add(Reference.leaf(size));
            resumed.writePartialTiles();
        }
        MemoryTiles inOneGo = MemoryTiles.of(1100);
        inOneGo.byPath.forEach(
                (path, hashes) -> assertThat(tiles.byPath.get(path)).as(path).isEqualTo(hashes));
        assertThat(new StoredTree(tiles, 1100).root()).isEqualTo(reference.root(1100));
    }

    @Test
    void a_tree_of_70000_writes_the_tiles_of_the_specification_and_no_others() {
        MemoryTiles tiles = MemoryTiles.of(70_000);
        assertThat(tiles.byPath).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles.byPath.get("tile/0/000")).hasSize(8192);
        assertThat(tiles.byPath.get("tile/0/273.p/112")).hasSize(112 * 32);
        assertThat(tiles.byPath.get("tile/1/001.p/17")).hasSize(17 * 32);
        assertThat(tiles.byPath.get("tile/2/000.p/1")).hasSize(32);
        assertThat(new StoredTree(tiles, 70_000).root()).isEqualTo(reference.root(70_000));
    }

    /// No log gets this large; the arithmetic of levels is checked where it would go wrong.
    @Test
    void the_largest_trees_have_one_root_however_it_is_computed() {
        TileReader made = tile -> {
            byte[] hashes = new byte[tile.bytes()];
            new Random(tile.level() * 31L + tile.index()).nextBytes(hashes);
            return hashes;
        };
        for (long size : new long[] {(1L << 40) + 1, (1L << 56) + 257, (1L << 62) + 3, Long.MAX_VALUE - 1}) {
            TreeBuilder builder = TreeBuilder.resume(made, (tile, hashes) -> {}, size);
            assertThat(builder.root()).isEqualTo(new StoredTree(made, size).root());
            assertThat(new StoredTree(made, size).inclusionProof(size - 1).path())
                    .isNotEmpty();
        }
    }

    @Test
    void a_partial_tile_that_is_gone_is_read_from_the_full_one() {
        MemoryTiles tiles = MemoryTiles.of(300);
        TreeBuilder more = TreeBuilder.resume(tiles, tiles, 300);
        for (int i = 300; i < 600; i++) more.add(Reference.leaf(i));
        tiles.byPath.remove("tile/0/001.p/44");
        assertThat(TreeBuilder.resume(tiles, tiles, 300).root()).isEqualTo(reference.root(300));
        assertThat(new StoredTree(tiles, 300).root()).isEqualTo(reference.root(300));
    }

    @Test
    void a_tile_that_is_gone_or_cut_off_is_named() {
        MemoryTiles tiles = MemoryTiles.of(300);
        byte[] cut = new byte[31];
        tiles.byPath.put("tile/0/001.p/44", cut);
        assertThatThrownBy(() -> TreeBuilder.resume(tiles, tiles, 300))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("tile/0/001.p/44")
                .hasMessageContaining("31 bytes");
        tiles.byPath.remove("tile/0/001.p/44");
        assertThatThrownBy(() -> new StoredTree(tiles, 300).root())
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TILE_MISSING))
                .hasMessageContaining("tile/0/001.p/44");
    }

    @Test
    void what_a_stored_tree_does_not_have_it_refuses() {
        StoredTree tree = new StoredTree(MemoryTiles.of(5), 5);
        assertThat(tree.leaf(4)).isEqualTo(Reference.leaf(4));
        for (long position : new long[] {-1, 5, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> tree.leaf(position)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> tree.inclusionProof(position)).isInstanceOf(RefusedException.class);
        }
        for (long earlier : new long[] {-1, 6}) {
            assertThatThrownBy(() -> tree.consistencyProof(earlier)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> tree.rootAt(earlier)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void the_store_is_told_to_force_once_all_tiles_of_a_size_are_written() {
        List<String> heard = new ArrayList<>();
        TreeBuilder builder = new TreeBuilder(new TileStore() {
            @Override
            public void write(Tile tile, byte[] hashes) {
                heard.add(tile.path());
            }

            @Override
            public void force() {
                heard.add("force");
            }
        });
        for (int i = 0; i < 257; i++) builder.add(Reference.leaf(i));
        builder.writePartialTiles();
        assertThat(heard).containsExactly("tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1", "force");
    }

    @Test
    void leaves_are_taken_from_anywhere_in_an_array() {
        TreeBuilder builder = new TreeBuilder(new MemoryTiles());
        byte[] two = new byte[2 * Hash.BYTES];
        Reference.leaf(0).copyTo(two, 0);
        Reference.leaf(1).copyTo(two, Hash.BYTES);
        builder.add(two, 0);
        builder.add(two, Hash.BYTES);
        assertThat(builder.size()).isEqualTo(2);
        assertThat(builder.root()).isEqualTo(reference.root(2));
    }
}
