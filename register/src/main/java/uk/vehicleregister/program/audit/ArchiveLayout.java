package uk.vehicleregister.program.audit;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import uk.vehicleregister.transparencylog.tile.Tile;

/// Which entries an archive of a log of some size has, and in which order: these and no others (docs/audit.md).
final class ArchiveLayout {

    static final String FORMAT = "vehicle-register-archive/v1";
    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "key";
    static final String MANIFEST = "manifest.json";
    static final int EVENTS_PER_FILE = 100_000;

    private static final int LEVELS = 8;

    private ArchiveLayout() {}

    static Iterator<String> entries(long size) {
        return Stream.concat(beforeManifest(size), Stream.of(MANIFEST)).iterator();
    }

    /// All but the last, which tells of them.
    static Stream<String> beforeManifest(long size) {
        return Stream.concat(
                Stream.concat(Stream.of(CHECKPOINT, KEY), eventFiles(size)),
                tiles(size).map(Tile::path));
    }

    static String eventFile(long file) {
        return String.format(Locale.ROOT, "events/%08d.jsonl", file);
    }

    /// How many lines the file has in an archive of this size; 0 when there is none.
    static long linesOf(long file, long size) {
        return Math.clamp(size - file * EVENTS_PER_FILE, 0, EVENTS_PER_FILE);
    }

    /// All tiles of a tree of this size, level by level.
    static Stream<Tile> tiles(long size) {
        Stream<Tile> all = Stream.empty(); // not flatMap: its iterator holds what one level has, however much that is
        for (int level = 0; level < LEVELS; level++) all = Stream.concat(all, tiles(size, level));
        return all;
    }

    private static Stream<Tile> tiles(long size, int level) {
        long hashes = size >>> 8 * level;
        long full = hashes / Tile.FULL;
        int rest = (int) (hashes % Tile.FULL);
        Stream<Tile> whole = LongStream.range(0, full).mapToObj(index -> new Tile(level, index, Tile.FULL));
        return rest == 0 ? whole : Stream.concat(whole, Stream.of(new Tile(level, full, rest)));
    }

    private static Stream<String> eventFiles(long size) {
        long files = size / EVENTS_PER_FILE + (size % EVENTS_PER_FILE == 0 ? 0 : 1);
        return LongStream.range(0, files).mapToObj(ArchiveLayout::eventFile);
    }
}
