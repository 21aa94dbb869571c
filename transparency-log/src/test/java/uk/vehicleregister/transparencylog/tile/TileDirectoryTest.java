package uk.vehicleregister.transparencylog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;
import uk.vehicleregister.transparencylog.merkle.Reference;

class TileDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void tiles_are_files_under_their_paths() throws IOException {
        TileDirectory tiles = new TileDirectory(folder);
        TreeBuilder builder = new TreeBuilder(tiles);
        for (int i = 0; i < 300; i++) builder.add(Reference.leaf(i));
        builder.writePartialTiles();
        assertThat(folder.resolve("tile/0/000")).hasSize(8192);
        assertThat(folder.resolve("tile/0/001.p/44")).hasSize(44 * 32);
        assertThat(new StoredTree(tiles, 300).root()).isEqualTo(new Reference().root(300));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    @Test
    void the_same_tile_again_is_nothing_to_do_and_another_is_refused() {
        TileDirectory tiles = new TileDirectory(folder);
        Tile tile = new Tile(0, 0, 1);
        tiles.write(tile, Reference.leaf(0).bytes());
        assertThatThrownBy(() -> tiles.write(tile, Reference.leaf(1).bytes())).isInstanceOf(RefusedException.class);
        tiles.force();
        tiles.write(tile, Reference.leaf(0).bytes());
        tiles.force();
        assertThatThrownBy(() -> tiles.write(tile, Reference.leaf(1).bytes()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TILE_DIFFERS));
        assertThat(tiles.read(tile)).isEqualTo(Reference.leaf(0).bytes());
    }

    @Test
    void what_a_crash_left_unfinished_is_written_again() throws IOException {
        TileDirectory tiles = new TileDirectory(folder);
        Tile tile = new Tile(0, 0, 1);
        Files.createDirectories(folder.resolve("tile/0/000.p"));
        Files.write(folder.resolve("tile/0/000.p/1.tmp"), new byte[100]);
        assertThat(tiles.read(tile)).isNull();
        tiles.write(tile, Reference.leaf(0).bytes());
        tiles.force();
        assertThat(tiles.read(tile)).isEqualTo(Reference.leaf(0).bytes());
    }

    @Test
    void a_tile_has_its_name_only_when_it_is_on_the_disk_and_no_more_than_256_wait_for_that() {
        TileDirectory tiles = new TileDirectory(folder);
        for (int i = 0; i < 255; i++)
            tiles.write(new Tile(0, i, 1), Reference.leaf(i).bytes());
        assertThat(tiles.read(new Tile(0, 0, 1))).isNull();
        tiles.write(new Tile(0, 255, 1), Reference.leaf(255).bytes());
        for (int i = 0; i < 256; i++) {
            assertThat(tiles.read(new Tile(0, i, 1)))
                    .isEqualTo(Reference.leaf(i).bytes());
        }
    }
}
