package uk.vehicleregister.query.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.query.replay.Difference.Kind;

/// Two tables side by side, row by row, in the order of their keys.
///
/// @param first the first of the differences, as many as were asked for
public record Comparison(long differences, List<Difference> first) {

    /// Reads both to their ends.
    static Comparison of(Columns columns, Rows there, Rows replayed, int most) {
        List<Difference> first = new ArrayList<>();
        long differences = 0;
        byte[] theirs = there.next();
        byte[] ours = replayed.next();
        while (theirs != null || ours != null) {
            if (Arrays.equals(theirs, ours)) {
                theirs = there.next();
                ours = replayed.next();
                continue;
            }
            Difference difference = difference(columns, theirs, ours);
            if (differences++ < most) first.add(difference);
            if (difference.kind() != Kind.MISSING) theirs = there.next();
            if (difference.kind() != Kind.EXTRA) ours = replayed.next();
        }
        return new Comparison(differences, first);
    }

    private static Difference difference(Columns columns, byte @Nullable [] theirs, byte @Nullable [] ours) {
        if (theirs == null) return only(Kind.MISSING, columns, Rows.values(Objects.requireNonNull(ours)));
        if (ours == null) return only(Kind.EXTRA, columns, Rows.values(theirs));
        List<String> there = Rows.values(theirs);
        List<String> replayed = Rows.values(ours);
        int order = columns.compareKeys(there, replayed);
        if (order > 0) return only(Kind.MISSING, columns, replayed);
        if (order < 0) return only(Kind.EXTRA, columns, there);
        return new Difference(Kind.CHANGED, columns.table(), columns.key(replayed), columns.differing(there, replayed));
    }

    private static Difference only(Kind kind, Columns columns, List<String> row) {
        return new Difference(kind, columns.table(), columns.key(row), List.of());
    }
}
