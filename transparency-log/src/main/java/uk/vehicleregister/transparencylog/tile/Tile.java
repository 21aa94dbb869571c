package uk.vehicleregister.transparencylog.tile;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// Which tile: its level, its index in the level, and how many hashes it holds, 256 when full (C2SP tlog-tiles).
public record Tile(int level, long index, int width) {

    public static final int FULL = 256;
    public static final int FULL_BYTES = FULL * Hash.BYTES;

    /// The specification knows levels to 63; a tree that a signed 64-bit number can count has none above 7.
    static final int LEVELS = 8;

    /// `tile/`, two figures, `/`, seven groups of three figures with an x and a slash, `.p/` and three figures.
    private static final int LONGEST_PATH = 64;

    public Tile {
        if (level < 0 || level > 63) throw new IllegalArgumentException("level " + level);
        if (index < 0) throw new IllegalArgumentException("index " + index);
        if (width < 1 || width > FULL) throw new IllegalArgumentException("width " + width);
    }

    /// The tile at this level and index as it is in a tree of this size; null when that tree has none there.
    static @Nullable Tile inTree(int level, long index, long size) {
        long hashes = level >= LEVELS ? 0 : size >>> (8 * level);
        long first = index * FULL;
        if (first >= hashes) return null;
        return new Tile(level, index, (int) Math.min(FULL, hashes - first));
    }

    public boolean isFull() {
        return width == FULL;
    }

    public int bytes() {
        return width * Hash.BYTES;
    }

    Tile full() {
        return new Tile(level, index, FULL);
    }

    /// Where it is served, without a slash before: `tile/0/x001/x234/067` or, when partial, `tile/0/001.p/17`.
    public String path() {
        StringBuilder groups = new StringBuilder(three(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x" + three(rest % 1000) + "/");
        }
        return "tile/" + level + "/" + groups + (isFull() ? "" : ".p/" + width);
    }

    /// Reads what [#path] writes, and nothing else.
    public static Tile parse(String path) {
        if (path.length() > LONGEST_PATH) throw malformed("is longer than any path of a tile");
        String[] ends = path.split("\\.p/", -1);
        String[] parts = ends[0].split("/", -1);
        if (ends.length > 2 || parts.length < 3 || !parts[0].equals("tile")) {
            throw malformed("is not tile/<level>/<index> with or without .p/<width>");
        }
        long level = number(parts[1], 63, "level");
        long index = 0;
        for (int i = 2; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            String group = last ? parts[i] : parts[i].startsWith("x") ? parts[i].substring(1) : "";
            if (group.length() != 3 || !group.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw malformed("has an index not in groups of three figures, all but the last after an x");
            }
            if (index > Long.MAX_VALUE / 1000 - 1) throw malformed("has an index that is too large");
            index = index * 1000 + Integer.parseInt(group);
        }
        int width = ends.length == 1 ? FULL : (int) number(ends[1], FULL - 1, "width");
        if (width == 0) throw malformed("has a width of 0");
        Tile tile = new Tile((int) level, index, width);
        if (!tile.path().equals(path)) throw malformed("has leading zeroes");
        return tile;
    }

    private static long number(String text, int most, String name) {
        boolean figures = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!figures || Integer.parseInt(text) > most) throw malformed("has a " + name + " not from 0 to " + most);
        return Integer.parseInt(text);
    }

    private static String three(long number) {
        String text = Long.toString(number);
        return "0".repeat(3 - text.length()) + text;
    }

    private static MalformedException malformed(String what) {
        return new MalformedException(what, "path of a tile");
    }
}
