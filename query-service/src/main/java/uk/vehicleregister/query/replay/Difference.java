package uk.vehicleregister.query.replay;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row that is not the same on both sides. A person is not in it: of columns that may lead to one only the name is.
///
/// @param key the row's primary key, as `name=value` joined by blanks
/// @param columns those that differ; none where the row is on one side only
public record Difference(Kind kind, String table, String key, List<Column> columns) {

    /// How the other side (the live rows, or those of another replay) differs from what the log gives.
    public enum Kind {
        /// The log gives the row, and the other side has not got it.
        MISSING,
        /// The other side has the row, and the log does not give it.
        EXTRA,
        CHANGED
    }

    /// @param there the value on the other side, null where it is withheld or SQL's null
    /// @param replayed the value the log gives, likewise
    public record Column(
            String name,
            boolean withheld,
            @Nullable String there,
            @Nullable String replayed) {

        @Override
        public String toString() {
            return withheld ? name + " (not shown)" : name + " " + shown(there) + ", the log gives " + shown(replayed);
        }

        private static String shown(@Nullable String value) {
            return value == null ? "null" : "\"" + value + "\"";
        }
    }

    @Override
    public String toString() {
        String row = switch (kind) {
            case MISSING -> "missing";
            case EXTRA -> "extra";
            case CHANGED -> "changed";
        };
        String changes = columns.stream().map(Column::toString).collect(Collectors.joining("; "));
        return row + " " + table + " " + key + (changes.isEmpty() ? "" : ": " + changes);
    }
}
