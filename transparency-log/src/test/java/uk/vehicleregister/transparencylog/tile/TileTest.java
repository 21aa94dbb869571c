package uk.vehicleregister.transparencylog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.transparencylog.MalformedException;

class TileTest {

    @Test
    void paths_are_those_of_the_specification() {
        assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(0, 273, 112).path()).isEqualTo("tile/0/273.p/112");
        assertThat(new Tile(63, 0, 1).path()).isEqualTo("tile/63/000.p/1");
        assertThat(new Tile(1, 1000, 256).path()).isEqualTo("tile/1/x001/000");
    }

    /// The example of C2SP tlog-tiles, "Partial Tiles".
    @Test
    void a_tree_of_70000_has_the_tiles_that_the_specification_counts() {
        assertThat(paths(70_000, 0)).hasSize(274).contains("tile/0/272", "tile/0/273.p/112");
        assertThat(paths(70_000, 1)).containsExactly("tile/1/000", "tile/1/001.p/17");
        assertThat(paths(70_000, 2)).containsExactly("tile/2/000.p/1");
        assertThat(paths(70_000, 3)).isEmpty();
        assertThat(paths(256, 0)).containsExactly("tile/0/000");
        assertThat(paths(256, 1)).containsExactly("tile/1/000.p/1");
    }

    @Property
    void a_path_is_read_as_it_was_written(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(max = Long.MAX_VALUE / 256) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        Tile tile = new Tile(level, index, width);
        assertThat(Tile.parse(tile.path())).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "/tile/0/000",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/1000",
                "tile/64/000",
                "tile/00/000",
                "tile/01/000",
                "tile/-1/000",
                "tile/+1/000",
                "tile/entries/000",
                "tile/0/x000/001",
                "tile/0/001/001",
                "tile/0/x001/x001",
                "tile/0/X001/001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000.p/1/",
                "tile/0/000.p/1.p/1",
                "tile/0/000/",
                "tile/0/../000",
                "tile/0/\u0660\u0660\u0660",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x009/x999/x999/x999/x999/x999/999",
            })
    void other_paths_are_refused(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(MalformedException.class);
    }

    private static Stream<String> paths(long size, int level) {
        return Stream.iterate(0L, i -> i + 1)
                .map(i -> Tile.inTree(level, i, size))
                .takeWhile(tile -> tile != null)
                .map(Tile::path);
    }
}
