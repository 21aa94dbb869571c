package uk.vehicleregister.kernel.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// Dates as they may be typed: day and month exactly two digits, year exactly four, a day that exists, and not the
/// year 0000 (domain.md 1.0).
public final class Dates {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Dates() {}

    public static Parsed<LocalDate> parse(String text) {
        if (text.length() != 10 || !SHAPE.matcher(text).matches() || text.startsWith("0000")) return Parsed.notADate();
        try {
            return Parsed.valid(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
        } catch (DateTimeException e) {
            return Parsed.notADate();
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
