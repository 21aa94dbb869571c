package uk.vehicleregister.program.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A feed line by line.
final class LineReader {

    /// A line without its newline: so many of the bytes from there.
    record Line(byte[] bytes, int from, int length, String where) {}

    private final Feed feed;
    private @Nullable Chunk chunk;
    private int from;
    private long number;

    LineReader(Feed feed) {
        this.feed = feed;
    }

    /// Null at the end.
    @Nullable
    Line next() throws IOException {
        if (chunk == null || from == chunk.length()) {
            chunk = feed.next();
            if (chunk == null) return null;
            from = 0;
            number = chunk.line();
        }
        int end = from;
        while (chunk.bytes()[end] != '\n') end++;
        Line line = new Line(chunk.bytes(), from, end - from, chunk.source() + ", line " + number++);
        from = end + 1;
        return line;
    }
}
