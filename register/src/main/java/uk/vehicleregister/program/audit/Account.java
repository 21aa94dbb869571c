package uk.vehicleregister.program.audit;

import java.util.Base64;
import java.util.Locale;
import uk.vehicleregister.program.audit.Verification.Outcome;

/// What an audit came to, for a person.
final class Account {

    private Account() {}

    static String of(String log, Outcome outcome, double seconds) {
        Verdict verdict = outcome.verdict();
        StringBuilder text = new StringBuilder();
        Finding wrong = verdict.wrong();
        if (wrong != null) line(text, "wrong at " + wrong.sentence());
        if (verdict.goodUpTo() >= 0) line(text, "good up to position " + verdict.goodUpTo());
        else line(text, wrong == null ? "good: the log is empty" : "no position is known to be good");
        row(text, "log", verdict.signed().origin() + " at " + log);
        row(text, "signed size", verdict.signed().size());
        row(
                text,
                "root",
                Base64.getEncoder().encodeToString(verdict.signed().root().bytes()));
        row(text, "events read", verdict.events());
        row(text, "not sealed", outcome.notSealed() + " (later events, of which nothing is said)");
        row(text, "streams", verdict.streams() + " counted from version to version");
        if (verdict.moreStreams() > 0) row(text, "", verdict.moreStreams() + " more could not be held and were not");
        row(text, "seconds", String.format(Locale.ROOT, "%.1f", seconds));
        row(text, "key", outcome.key());
        if (outcome.firstUse())
            row(
                    text,
                    "",
                    "trusted on first use: the one who is checked told it. Compare it with one from somebody you trust");
        if (outcome.good()) row(text, "kept", outcome.keptFile() + " (the next audit begins with it)");
        else row(text, "kept", "nothing; what was kept before is " + outcome.keptFile());
        return text.toString().stripTrailing();
    }

    private static void row(StringBuilder text, String name, Object value) {
        line(text, String.format("%-12s %s", name, value));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
