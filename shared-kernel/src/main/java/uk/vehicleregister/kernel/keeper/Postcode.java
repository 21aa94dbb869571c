package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// A postcode, upper case without spaces: whole (`SA67JL`), or as on old records only its outward part (`SA6***`) or
/// blank (domain.md 1.0, 1.4).
public record Postcode(@JsonValue String text) {

    /// The pattern the government publishes for bulk data. It takes SA00 0AS too (domain.md 6.10).
    private static final String OUTWARD =
            "[A-Z][0-9]{1,2}|[A-Z][A-HJ-Y][0-9]{1,2}|[A-Z][0-9][A-Z]|[A-Z][A-HJ-Y][0-9][A-Z]";

    private static final TextRule WHOLE =
            TextRule.of(5, 8, "GIR 0AA|(?:" + OUTWARD + ") ?[0-9][A-Z]{2}", "must be a UK postcode, such as SA6 7JL");
    private static final TextRule ENTERED =
            TextRule.of(0, 8, "[A-Z0-9 ]*", "must hold only letters, digits and spaces");
    private static final Pattern PARTIAL = Pattern.compile("(?:" + OUTWARD + ") ?\\*{3}");
    private static final Pattern INWARD = Pattern.compile("[0-9][A-Z]{2}$");
    private static final Pattern ZERO_PADDED = Pattern.compile("^([A-Z]{1,2})0(?=[0-9])");
    private static final String WITHHELD = "***";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Postcode {
        requireNonNull(text);
    }

    /// Of a person's or business's own address.
    public static Parsed<Postcode> parse(String text) {
        return WHOLE.parseUpperCased(text).map(Postcode::ofSpaced);
    }

    /// Of an old record, where it may also be blank or only the outward part and three asterisks.
    public static Parsed<Postcode> parseRecorded(String text) {
        String postcode = Ascii.upper(Ascii.trim(text));
        if (postcode.isEmpty()
                || (postcode.length() <= 8 && PARTIAL.matcher(postcode).matches())) {
            return Parsed.valid(ofSpaced(postcode));
        }
        return parse(postcode);
    }

    /// The keeper's postcode as typed at a retention or assignment; may be blank, as the record may be.
    public static Parsed<Postcode> parseEntered(String text) {
        return ENTERED.parse(Ascii.upper(text)).map(Postcode::ofSpaced);
    }

    /// Does this recorded postcode agree with what was typed? Spaces, case and a stray zero before the district number
    /// do not count; of a partial one only the outward part does; a blank one wants a blank (domain.md 1.4).
    public boolean matches(Postcode entered) {
        if (text.endsWith(WITHHELD)) {
            String outward = text.substring(0, text.length() - WITHHELD.length());
            return !outward.isBlank() && outwardOf(outward).equals(outwardOf(entered.text));
        }
        return outwardOf(text).equals(outwardOf(entered.text)) && inwardOf(text).equals(inwardOf(entered.text));
    }

    @Override
    public String toString() {
        return "Postcode[***]";
    }

    private static Postcode ofSpaced(String text) {
        return new Postcode(Ascii.withoutSpaces(text));
    }

    /// Without its padding zero: SA01 is SA1, but the district SS0 keeps its own.
    private static String outwardOf(String text) {
        String bare = bare(text);
        return ZERO_PADDED
                .matcher(bare.substring(0, bare.length() - inwardOf(bare).length()))
                .replaceFirst("$1");
    }

    private static String inwardOf(String text) {
        Matcher inward = INWARD.matcher(bare(text));
        return inward.find() ? inward.group() : "";
    }

    private static String bare(String text) {
        return Ascii.upper(Ascii.withoutSpaces(text));
    }
}
