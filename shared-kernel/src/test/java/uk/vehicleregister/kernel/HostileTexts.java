package uk.vehicleregister.kernel;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a careless or hostile client may put into any text field.
final class HostileTexts {

    /// One megabyte, the largest body the services take in.
    private static final int LONG = 1 << 20;

    private HostileTexts() {}

    /// Characters no field accepts: every control character, and letters, digits, spaces and hyphens beyond ASCII,
    /// some of which become ASCII under `toUpperCase`, `toLowerCase`, `strip` or `\d`.
    static List<String> characters() {
        Stream<String> controls = IntStream.concat(IntStream.range(0, 32), IntStream.rangeClosed(127, 159))
                .mapToObj(Character::toString);
        Stream<String> lookalikes = Stream.of(
                "\u0131",
                "\u017F",
                "\u212A",
                "\u00DF",
                "\uFB01",
                "\u0130",
                "\u00A0",
                "\u2003",
                "\u200B",
                "\u202E",
                "\u2010",
                "\u2019",
                "\uFF21",
                "\uFF11",
                "\u0661",
                "\u0967",
                "\u0410",
                "\u00C9",
                "\uD83D\uDE97",
                "\uD800",
                "\uDC00",
                "\uFEFF",
                "\uFFFD");
        return Stream.concat(controls, lookalikes).toList();
    }

    static List<String> wholes() {
        return List.of(
                "A".repeat(LONG),
                "9".repeat(LONG),
                "(".repeat(LONG),
                "-".repeat(LONG),
                "A1".repeat(LONG / 2),
                "a.".repeat(LONG / 2) + "@",
                "@".repeat(LONG),
                "\u0000".repeat(LONG),
                "\u0131".repeat(LONG),
                "A" + " ".repeat(LONG) + "?",
                "-" + "0".repeat(LONG));
    }
}
