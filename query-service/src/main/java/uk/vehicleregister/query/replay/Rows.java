package uk.vehicleregister.query.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a table one after the other, each a line with its newline, in the order of the primary key.
interface Rows {

    /// Null after the last.
    byte @Nullable [] next();

    /// SQL's null, as COPY writes it.
    String NULL = "\\N";

    /// The values of a line, as COPY escaped them.
    static List<String> values(byte[] line) {
        return List.of(new String(line, 0, line.length - 1, StandardCharsets.UTF_8).split("\t", -1));
    }
}
