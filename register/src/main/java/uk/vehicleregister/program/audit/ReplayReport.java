package uk.vehicleregister.program.audit;

import java.util.Base64;
import uk.vehicleregister.query.replay.Comparison;
import uk.vehicleregister.query.replay.Difference;
import uk.vehicleregister.query.replay.Replayed;

/// What a replay came to, as the text that is signed: without clock, place or name of who ran it, so that the same log
/// and the same rows give the same bytes.
final class ReplayReport {

    static final String FORMAT = "vehicle-register-replay/v1";
    static final String IDENTICAL = "identical";
    static final String NOT_COMPARED = "not compared";

    private ReplayReport() {}

    /// @param against what the rows were compared with
    static String text(Replayed replayed, String against) {
        StringBuilder text = new StringBuilder();
        line(text, FORMAT);
        line(text, "log " + (replayed.origin() == null ? "not sealed" : replayed.origin()));
        line(text, "events " + replayed.size());
        line(text, "root " + Base64.getEncoder().encodeToString(replayed.root().bytes()));
        line(text, "sealed " + replayed.sealed());
        line(text, "against " + against);
        for (Replayed.ReadModel model : replayed.readModels()) {
            line(text, "model " + model.projection() + " position " + model.position());
            for (Replayed.Table table : model.tables())
                line(
                        text,
                        "table " + table.name() + " rows " + table.rows() + " sha256 " + table.sha256() + " "
                                + of(table.comparison()));
        }
        for (Difference difference : replayed.first()) line(text, difference.toString());
        line(text, "verdict " + verdict(replayed));
        return text.toString();
    }

    /// One word for the whole: differing weighs most, and identical is only what was compared to its end.
    static String verdict(Replayed replayed) {
        if (replayed.differences() > 0) return differs(replayed.differences());
        return replayed.isCompared() ? IDENTICAL : NOT_COMPARED;
    }

    private static String of(@org.jspecify.annotations.Nullable Comparison comparison) {
        if (comparison == null) return NOT_COMPARED;
        return comparison.differences() == 0 ? IDENTICAL : differs(comparison.differences());
    }

    private static String differs(long rows) {
        return "differs in " + rows + (rows == 1 ? " row" : " rows");
    }

    /// A value may hold anything by now, and a note no control characters.
    private static void line(StringBuilder text, String line) {
        text.append(line.replaceAll("\\p{C}", "?")).append('\n');
    }
}
