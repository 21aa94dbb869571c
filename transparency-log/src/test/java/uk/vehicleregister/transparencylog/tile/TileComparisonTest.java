package uk.vehicleregister.transparencylog.tile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.merkle.Reference;
import uk.vehicleregister.transparencylog.tile.TileComparison.Difference;

class TileComparisonTest {

    @Property(tries = 200)
    void the_first_position_that_differs_is_named(
            @ForAll @IntRange(min = 1, max = 1500) int size,
            @ForAll @IntRange(max = 1499) int at,
            @ForAll @IntRange(max = 1499) int also) {
        int first = Math.min(at % size, also % size);
        MemoryTiles stored = MemoryTiles.of(size);
        TileComparison comparison = new TileComparison(stored);
        TreeBuilder builder = new TreeBuilder(comparison);
        for (int i = 0; i < size; i++) {
            boolean altered = i == at % size || i == also % size;
            builder.add(altered ? Reference.leaf(-1) : Reference.leaf(i));
        }
        builder.writePartialTiles();
        assertThat(comparison.first()).isNotNull();
        assertThat(comparison.first().position()).isEqualTo(first);
        assertThat(comparison.first().missing()).isFalse();
    }

    @Test
    void an_event_taken_out_shows_at_its_position() {
        MemoryTiles stored = MemoryTiles.of(600);
        assertThat(compare(stored, 600, 300).position()).isEqualTo(300);
    }

    @Test
    void nothing_differs_between_a_tree_and_itself() {
        assertThat(compare(MemoryTiles.of(700), 700, -1)).isNull();
    }

    @Test
    void the_partial_tile_that_a_full_one_replaced_is_not_missed() {
        MemoryTiles stored = MemoryTiles.of(700);
        TreeBuilder more = TreeBuilder.resume(stored, stored, 700);
        for (int i = 700; i < 1024; i++) more.add(Reference.leaf(i));
        stored.byPath.remove("tile/0/002.p/188");
        assertThat(compare(stored, 700, -1)).isNull();
    }

    @Test
    void a_tile_that_is_missing_or_cut_off_is_named() {
        MemoryTiles stored = MemoryTiles.of(700);
        stored.byPath.remove("tile/0/001");
        assertThat(compare(stored, 700, -1)).isEqualTo(new Difference(new Tile(0, 1, 256), true, 256));
        stored.byPath.put("tile/0/001", new byte[0]);
        assertThat(compare(stored, 700, -1)).isEqualTo(new Difference(new Tile(0, 1, 256), false, 256));
    }

    @Test
    void a_tile_altered_above_and_before_an_altered_leaf_comes_first() {
        MemoryTiles stored = MemoryTiles.of(1000);
        stored.byPath.get("tile/0/002")[0] ^= 1;
        stored.byPath.get("tile/1/000.p/3")[0] ^= 1;
        assertThat(compare(stored, 1000, -1)).isEqualTo(new Difference(new Tile(1, 0, 3), false, 0));
    }

    @Test
    void a_tile_altered_above_the_leaves_is_named_too() {
        MemoryTiles stored = MemoryTiles.of(1000);
        stored.byPath.get("tile/1/000.p/3")[40] ^= 1;
        assertThat(compare(stored, 1000, -1)).isEqualTo(new Difference(new Tile(1, 0, 3), false, 256));
    }

    private static Difference compare(MemoryTiles stored, int size, int leftOut) {
        TileComparison comparison = new TileComparison(stored);
        TreeBuilder builder = new TreeBuilder(comparison);
        for (int i = 0; builder.size() < size; i++) {
            if (i != leftOut) builder.add(Reference.leaf(i));
        }
        builder.writePartialTiles();
        return comparison.first();
    }
}
