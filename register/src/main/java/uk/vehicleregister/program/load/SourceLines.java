package uk.vehicleregister.program.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The physical lines of a file, ended by LF or CR LF, with a byte order mark taken off and absurdly long lines cut.
final class SourceLines implements AutoCloseable {

    /// A line's number (the first is 1), its text, and what is wrong with it as text.
    record Line(long number, String text, boolean cut, boolean notUtf8) {}

    static final int LONGEST = 8 * 1024 * 1024;

    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long number;
    private final Deque<Line> again = new ArrayDeque<>();

    SourceLines(InputStream bytes) {
        this.bytes = bytes;
    }

    /// The next line; null at the end of the file.
    @Nullable
    Line next() throws IOException {
        if (!again.isEmpty()) {
            return again.removeFirst();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean anything = false;
        boolean cut = false;
        while (true) {
            if (at == filled) {
                filled = bytes.read(buffer);
                at = 0;
                if (filled < 0) {
                    filled = 0;
                    return anything ? line(line.toByteArray(), cut) : null;
                }
            }
            anything = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int keep = Math.min(end - at, LONGEST - line.size());
            line.write(buffer, at, keep);
            cut |= keep < end - at;
            at = end;
            if (end < filled) {
                at++;
                return line(line.toByteArray(), cut);
            }
        }
    }

    /// Gives back lines that were looked at too early, in the order they were read.
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            again.addFirst(lines.get(i));
        }
    }

    private Line line(byte[] raw, boolean cut) {
        number++;
        int from = number == 1 && startsWithByteOrderMark(raw) ? 3 : 0;
        int to = raw.length > from && raw[raw.length - 1] == '\r' ? raw.length - 1 : raw.length;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw, from, to - from))
                    .toString();
            return new Line(number, text, cut, false);
        } catch (CharacterCodingException notUtf8) {
            // what such old files mostly are; every byte has a character there, so nothing is lost
            return new Line(number, new String(raw, from, to - from, StandardCharsets.ISO_8859_1), cut, true);
        }
    }

    private static boolean startsWithByteOrderMark(byte[] raw) {
        return raw.length >= 3 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
