package uk.vehicleregister.program.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.load.SourceLines.Line;

/// The rows of an import file. Whatever a row looks like, it costs no other row: a quote that is never closed ends with
/// its line.
final class SourceFile implements AutoCloseable {

    private static final int MOST_LINES_OF_A_ROW = 20;
    private static final int MOST_COLUMNS = 200;
    /// No field of the register is as long; a longer one need not travel to be refused.
    private static final int LONGEST_FIELD = 2_000;

    private final SourceLines lines;
    private final SourceHeader header;

    private SourceFile(SourceLines lines, SourceHeader header) {
        this.lines = lines;
        this.header = header;
    }

    /// Opens the file and reads its header; a broken header is wrong use.
    static SourceFile open(Path file) throws IOException {
        SourceLines lines = new SourceLines(Files.newInputStream(file));
        try {
            Line first = lines.next();
            return new SourceFile(lines, SourceHeader.read(first == null ? "" : first.text(), file));
        } catch (IOException | RuntimeException failed) {
            lines.close();
            throw failed;
        }
    }

    SourceHeader header() {
        return header;
    }

    /// The next row, sound or broken; null at the end. Lines with nothing in them are not rows.
    @Nullable
    SourceRow next() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line == null ? null : row(line);
    }

    private SourceRow row(Line line) throws IOException {
        if (line.cut()) {
            String start = line.text().substring(0, LONGEST_FIELD);
            return SourceRow.broken(
                    line.number(),
                    List.of(start),
                    "TOO_LONG",
                    "the line is longer than 8 MB; only its beginning is kept here");
        }
        List<String> columns = columns(line).orElse(null);
        if (columns == null || columns.size() > MOST_COLUMNS) {
            String reason = columns == null
                    ? "the quotes of this line do not fit together"
                    : "the line has " + columns.size() + " columns where the header has " + header.size();
            return SourceRow.broken(
                    line.number(), List.of(line.text()), columns == null ? "BAD_QUOTES" : "COLUMNS", reason);
        }
        return judged(line, columns);
    }

    private SourceRow judged(Line line, List<String> columns) {
        if (line.notUtf8()) {
            return SourceRow.broken(line.number(), columns, "NOT_UTF8", "the line is not UTF-8 text");
        }
        if (columns.size() != header.size()) {
            return SourceRow.broken(
                    line.number(),
                    columns,
                    "COLUMNS",
                    "the line has " + columns.size() + " columns where the header has " + header.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).length() > LONGEST_FIELD) {
                return SourceRow.broken(
                        line.number(), columns, "TOO_LONG", header.name(i) + ": longer than any such field may be");
            }
        }
        return SourceRow.whole(line.number(), columns);
    }

    /// A quoted field may run over some lines; when no closing quote makes a row of the right width of them, the first
    /// line alone is broken and the rest are read for themselves.
    private Optional<List<String>> columns(Line first) throws IOException {
        Optional<List<String>> alone = Quoting.columns(first.text());
        if (alone.isPresent()) {
            return alone;
        }
        List<Line> looked = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        while (looked.size() < MOST_LINES_OF_A_ROW) {
            Line more = lines.next();
            if (more == null) {
                break;
            }
            looked.add(more);
            if (more.cut()) {
                break;
            }
            text.append('\n').append(more.text());
            Optional<List<String>> together = Quoting.columns(text.toString());
            if (together.isPresent() && together.get().size() == header.size()) {
                return together;
            }
        }
        lines.giveBack(looked);
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
