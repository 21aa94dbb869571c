package uk.vehicleregister.program.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.vehicleregister.query.proof.ProvenEvent;

/// What the check of an answer came to.
final class AnswerAccount {

    private AnswerAccount() {}

    static String of(AnswerVerification.Outcome outcome) {
        StringBuilder text = new StringBuilder();
        for (Finding wrong : outcome.wrong()) line(text, "wrong at " + wrong.sentence());
        if (outcome.good()) line(text, "good: the answer follows from its events, and they are in the log");
        row(text, "answer", outcome.answer().proof().question().history());
        row(text, "events", outcome.answer().proof().events().size());
        row(text, "log", outcome.signed().origin());
        row(text, "signed size", outcome.signed().size());
        row(text, "last event", "position " + last(outcome) + "; that there is none after it is not proven");
        row(text, "key", outcome.keys());
        if (outcome.firstUse())
            row(text, "", "trusted on first use: it came with the answer. Compare it with one from somebody you trust");
        return text.toString().stripTrailing();
    }

    static Map<String, Object> asJson(AnswerVerification.Outcome outcome) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("good", outcome.good());
        answer.put("wrong", outcome.wrong().stream().map(Finding::asJson).toList());
        answer.put("history", outcome.answer().proof().question().history());
        answer.put("events", outcome.answer().proof().events().size());
        answer.put("lastPosition", last(outcome));
        answer.put("origin", outcome.signed().origin());
        answer.put("size", outcome.signed().size());
        answer.put("root", outcome.signed().root().toString());
        answer.put("key", outcome.keys());
        answer.put("keyTrustedOnFirstUse", outcome.firstUse());
        return answer;
    }

    private static long last(AnswerVerification.Outcome outcome) {
        return outcome.answer().proof().events().stream()
                .mapToLong(ProvenEvent::position)
                .max()
                .orElse(-1);
    }

    private static void row(StringBuilder text, String name, Object value) {
        line(text, String.format("%-12s %s", name, value));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
