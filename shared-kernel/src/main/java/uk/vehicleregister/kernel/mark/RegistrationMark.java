package uk.vehicleregister.kernel.mark;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.field.Parsed;

/// A registration mark, upper case without spaces (domain.md 2). It says nothing of itself in a log line.
public record RegistrationMark(@JsonValue String text) {

    /// The seven whole-string alternatives of domain.md 2.3: they know nothing of letters or age.
    private static final Pattern SYNTAX = Pattern.compile("[A-Z]{3}[0-9]{1,4}|[A-Z][0-9]{1,3}[A-Z]{3}"
            + "|[A-Z]{3}[0-9]{1,3}[A-Z]|[A-Z]{2}[0-9]{2}[A-Z]{3}|[A-Z]{1,3}[0-9]{1,3}"
            + "|[0-9]{1,4}[A-Z]{1,3}|[A-Z]{1,2}[0-9]{1,4}");

    private static final Pattern ZERO_PADDED_REVERSED = Pattern.compile("0+([0-9]+[A-Z]+)");
    private static final Pattern LETTERS_MEET_DIGITS = Pattern.compile("(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegistrationMark {
        requireNonNull(text);
    }

    /// Takes any case and spacing; 2 to 8 characters without the spaces; hyphens are refused. A reversed dateless mark
    /// padded with zeros (0009 AA, domain.md 2.3) is the same mark as the one without them.
    public static Parsed<RegistrationMark> parse(String text) {
        String mark = Ascii.upper(Ascii.withoutSpaces(text));
        if (mark.length() < 2) return Parsed.tooShort(2);
        if (mark.length() > 8) return Parsed.tooLong(8);
        if (!SYNTAX.matcher(mark).matches()) {
            return Parsed.malformed("must be a registration mark, such as AB51 CDE, with letters and digits only");
        }
        return Parsed.valid(new RegistrationMark(withoutZeroPadding(mark)));
    }

    public MarkClass kind() {
        return MarkClass.of(text);
    }

    /// Q and QNI: the vehicle's age or identity is unknown, and the mark never leaves it (domain.md 2.4).
    public boolean isQMark() {
        return kind() == MarkClass.Q;
    }

    /// Can this mark have been issued at all? (domain.md 2.1: letters, numbers, and age identifiers that were used)
    public boolean obeysLetterRules() {
        return kind().wasEverIssuedAs(text);
    }

    /// The first day on which marks of this age were issued; absent for dateless, Northern Irish and Q marks.
    public Optional<LocalDate> firstIssued() {
        return switch (kind()) {
            case CURRENT -> IssueDates.ofAgeIdentifier(Integer.parseInt(text, 2, 4, 10));
            case PREFIX -> IssueDates.ofPrefix(text.charAt(0));
            case SUFFIX -> IssueDates.ofSuffix(text.charAt(text.length() - 1));
            case Q, NORTHERN_IRELAND, DATELESS -> Optional.empty();
        };
    }

    /// Would this mark make a vehicle look newer than it is? Older is fine, and so is a mark without an age (domain.md
    /// 2.4). A mark with an age identifier that never was (AB01 CDE) counts as newer than anything.
    public boolean wouldLookNewerThan(LocalDate firstRegistration) {
        return switch (kind()) {
            case CURRENT, PREFIX, SUFFIX ->
                firstIssued().map(day -> day.isAfter(firstRegistration)).orElse(true);
            case Q, NORTHERN_IRELAND, DATELESS -> false;
        };
    }

    /// As on a number plate: letters and digits parted by one space, and no padding zeros.
    public String display() {
        return switch (kind()) {
            case CURRENT -> text.substring(0, 4) + " " + text.substring(4);
            case SUFFIX -> text.substring(0, 3) + " " + text.substring(3);
            case PREFIX -> partedBeforeLastThree();
            case Q -> text.startsWith("QNI") ? partedWhereLettersMeetDigits() : partedBeforeLastThree();
            case NORTHERN_IRELAND, DATELESS -> partedWhereLettersMeetDigits();
        };
    }

    @Override
    public String toString() {
        return "RegistrationMark[***]";
    }

    private String partedBeforeLastThree() {
        return text.substring(0, text.length() - 3) + " " + text.substring(text.length() - 3);
    }

    private String partedWhereLettersMeetDigits() {
        return LETTERS_MEET_DIGITS.matcher(withoutZeroPadding(text)).replaceFirst(" ");
    }

    private static String withoutZeroPadding(String mark) {
        Matcher padded = ZERO_PADDED_REVERSED.matcher(mark);
        return padded.matches() ? padded.group(1) : mark;
    }
}
