package uk.vehicleregister.kernel.mark;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// When each age identifier was first issued (domain.md 2.1).
final class IssueDates {

    static final LocalDate FIRST_CURRENT = LocalDate.of(2001, 9, 1);
    static final LocalDate FIRST_PREFIX = LocalDate.of(1983, 8, 1);
    static final LocalDate FIRST_SUFFIX = LocalDate.of(1963, 2, 1);

    /// The scheme of 2001 has no age identifier after this half-year, which is 00.
    static final LocalDate LAST_CURRENT = LocalDate.of(2050, 9, 1);

    private static final NavigableMap<LocalDate, Character> PREFIXES = prefixes();
    private static final NavigableMap<LocalDate, Character> SUFFIXES = suffixes();

    private IssueDates() {}

    /// 1 March to 31 August is the year's last two digits, 1 September to the end of February 50 more.
    static Optional<LocalDate> ofAgeIdentifier(int identifier) {
        if (identifier == 1) return Optional.empty();
        if (identifier == 0) return Optional.of(LAST_CURRENT);
        return Optional.of(
                identifier <= 50 ? LocalDate.of(2000 + identifier, 3, 1) : LocalDate.of(2000 + identifier - 50, 9, 1));
    }

    static Optional<LocalDate> ofPrefix(char letter) {
        return dateOf(letter, PREFIXES);
    }

    static Optional<LocalDate> ofSuffix(char letter) {
        return dateOf(letter, SUFFIXES);
    }

    static int ageIdentifierOn(LocalDate day) {
        if (!day.isBefore(LAST_CURRENT)) return 0;
        int year = day.getYear() - 2000;
        if (day.getMonthValue() >= 9) return year + 50;
        return day.getMonthValue() >= 3 ? year : year + 49;
    }

    static char prefixOn(LocalDate day) {
        return PREFIXES.floorEntry(day).getValue();
    }

    static char suffixOn(LocalDate day) {
        return SUFFIXES.floorEntry(day).getValue();
    }

    private static Optional<LocalDate> dateOf(char letter, Map<LocalDate, Character> letters) {
        return letters.entrySet().stream()
                .filter(entry -> entry.getValue() == letter)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static NavigableMap<LocalDate, Character> prefixes() {
        NavigableMap<LocalDate, Character> letters = yearly(FIRST_PREFIX, "ABCDEFGHJKLMNPRS");
        letters.put(LocalDate.of(1999, 3, 1), 'T');
        letters.put(LocalDate.of(1999, 9, 1), 'V');
        letters.put(LocalDate.of(2000, 3, 1), 'W');
        letters.put(LocalDate.of(2000, 9, 1), 'X');
        letters.put(LocalDate.of(2001, 3, 1), 'Y');
        return letters;
    }

    private static NavigableMap<LocalDate, Character> suffixes() {
        NavigableMap<LocalDate, Character> letters = yearly(LocalDate.of(1967, 8, 1), "FGHJKLMNPRSTVWXY");
        letters.put(FIRST_SUFFIX, 'A');
        letters.putAll(yearly(LocalDate.of(1964, 1, 1), "BCDE"));
        return letters;
    }

    private static NavigableMap<LocalDate, Character> yearly(LocalDate first, String letters) {
        NavigableMap<LocalDate, Character> years = new TreeMap<>();
        for (int i = 0; i < letters.length(); i++) years.put(first.plusYears(i), letters.charAt(i));
        return years;
    }
}
