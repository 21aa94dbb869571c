package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;

/// Cuts a stream of bytes into chunks of whole lines. Holds one chunk; a line longer than [EventLine#MOST_BYTES] is
/// refused before it is read to its end.
final class LineCutter implements Feed {

    private static final int CHUNK = 256 * 1024;

    private final InputStream in;
    private final String source;
    private byte[] rest = new byte[0];
    private long line;

    /// @param line the number of the first line, counted from 1
    LineCutter(InputStream in, String source, long line) {
        this.in = in;
        this.source = source;
        this.line = line;
    }

    /// How many lines have been handed out, and the number of the first one beside them, less one.
    long linesSoFar() {
        return line - 1;
    }

    /// What stands after the last newline; empty when the last line was ended.
    boolean isCutOff() {
        return rest.length > 0;
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        byte[] bytes = Arrays.copyOf(rest, Math.max(CHUNK, 2 * rest.length));
        int filled = rest.length;
        while (true) {
            int read = in.readNBytes(bytes, filled, bytes.length - filled);
            int end = lastNewline(bytes, filled, filled + read) + 1;
            filled += read;
            if (end > 0) {
                rest = Arrays.copyOfRange(bytes, end, filled);
                Chunk chunk = new Chunk(bytes, end, source, line);
                line += chunk.lines();
                return chunk;
            }
            if (filled < bytes.length) {
                rest = Arrays.copyOf(bytes, filled);
                return null;
            }
            if (filled >= EventLine.MOST_BYTES) {
                throw new MalformedException(
                        "is longer than " + EventLine.MOST_BYTES + " bytes", source + ", line " + line);
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    private static int lastNewline(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) if (bytes[i] == '\n') return i;
        return -1;
    }
}
