package uk.vehicleregister.query.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The rows of one table as a replay wrote them, to be compared with.
final class RowFile implements Rows, AutoCloseable {

    /// A line of more bytes is no row of the register.
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Path file;
    private final InputStream in;
    private final String head;
    private final int columns;
    private long line;

    private RowFile(Path file, InputStream in) {
        this.file = file;
        this.in = in;
        byte[] first = line();
        head = first == null ? "" : new String(first, StandardCharsets.UTF_8);
        columns = first == null ? 0 : tabs(first);
    }

    static Path in(Path directory, String table) {
        return directory.resolve(table + ".rows");
    }

    static RowFile open(Path directory, String table) {
        Path file = in(directory, table);
        if (!Files.isRegularFile(file)) throw new UnusableOrderException("There are no rows at " + file);
        try {
            return new RowFile(file, new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, where they are of this position and these columns.
    static RowFile open(Path directory, String table, String head) {
        RowFile rows = open(directory, table);
        if (rows.head.equals(head)) return rows;
        rows.close();
        throw new UnusableOrderException("The rows in " + rows.file + " are of position " + rows.position()
                + " or have other columns; those of this replay begin: " + head.strip());
    }

    /// The position of the last event in these rows.
    long position() {
        String first = head.strip().split("\t", 2)[0];
        try {
            if (first.startsWith("@")) return Long.parseLong(first.substring(1));
        } catch (NumberFormatException e) {
            throw new UnusableOrderException("There are no rows of a replay in " + file);
        }
        throw new UnusableOrderException("There are no rows of a replay in " + file);
    }

    @Override
    public byte @Nullable [] next() {
        byte[] row = line();
        if (row != null && tabs(row) + 1 != columns)
            throw new UnusableOrderException(
                    "Line " + line + " has " + (tabs(row) + 1) + " columns instead of " + columns + " in " + file);
        return row;
    }

    /// The first line has one more, after the position.
    private static int tabs(byte[] line) {
        int tabs = 0;
        for (byte b : line) if (b == '\t') tabs++;
        return tabs;
    }

    private byte @Nullable [] line() {
        line++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') return line.toByteArray();
                if (line.size() > MOST_BYTES) throw new UnusableOrderException("A line is too long in " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (line.size() > 0) throw new UnusableOrderException("The last line is cut off in " + file);
        return null;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
