package uk.vehicleregister.query.print;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Dates on paper: in tables as digits, which read alike in both languages, and in sentences with the month's name.
final class PaperDates {

    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// Written out here: not every Java runtime carries the names of months in Welsh.
    private static final List<String> WELSH_MONTHS = List.of(
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr");

    private PaperDates() {}

    static String digits(LocalDate date) {
        return DIGITS.format(date);
    }

    static String english(LocalDate date) {
        return ENGLISH.format(date);
    }

    static String welsh(LocalDate date) {
        return date.getDayOfMonth() + " " + WELSH_MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }
}
