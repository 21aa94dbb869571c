package uk.vehicleregister.program.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import uk.vehicleregister.program.audit.SelectionAudit.Proven;

/// What an audit of some events came to, for a person and for a machine.
final class SelectionAccount {

    private static final int MOST_RANGES = 50;

    private SelectionAccount() {}

    static String of(String archive, Proven outcome, double seconds) {
        StringBuilder text = new StringBuilder();
        Finding wrong = outcome.wrong();
        if (wrong != null) line(text, "wrong at " + wrong.sentence());
        PositionRanges proven = outcome.proven();
        line(
                text,
                "proven: " + proven.count() + " events"
                        + (proven.count() == 0 ? "" : ", at positions " + proven.words(MOST_RANGES)));
        row(text, "archive", archive);
        row(text, "log", outcome.signed().origin());
        row(
                text,
                "checkpoint",
                "of " + outcome.signed().size() + " events, root "
                        + outcome.signed().root());
        if (!outcome.selection().isEmpty())
            row(text, "selection", outcome.selection() + " (as the archive says; that none is left out is not proven)");
        row(text, "seconds", String.format(Locale.ROOT, "%.1f", seconds));
        row(text, "key", outcome.key());
        if (outcome.firstUse())
            row(text, "", "came with the archive, and is not kept. Compare it with one from somebody you trust");
        return text.toString().stripTrailing();
    }

    static Map<String, Object> json(Proven outcome, double seconds) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("good", outcome.wrong() == null);
        if (outcome.wrong() != null) answer.put("wrong", outcome.wrong().asJson());
        answer.put("origin", outcome.signed().origin());
        answer.put("size", outcome.signed().size());
        answer.put("root", outcome.signed().root().toString());
        answer.put("selection", outcome.selection());
        answer.put("provenEvents", outcome.proven().count());
        answer.put("provenPositions", outcome.proven().pairs());
        answer.put("provenStretchesNotNamed", outcome.proven().more());
        answer.put("complete", "not proven");
        answer.put("key", String.valueOf(outcome.key()));
        answer.put("keyTrustedOnFirstUse", outcome.firstUse());
        answer.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.1f", seconds)));
        return answer;
    }

    private static void row(StringBuilder text, String name, Object value) {
        line(text, String.format("%-12s %s", name, value));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
