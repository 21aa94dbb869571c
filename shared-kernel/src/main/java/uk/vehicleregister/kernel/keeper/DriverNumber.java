package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// The number of a driving licence, upper case. No check sum is worked out and no name compared (domain.md 1.0).
public record DriverNumber(@JsonValue String text) {

    private static final TextRule RULE = TextRule.of(
            16,
            16,
            "[A-Z][A-Z0-9]{4}" // the surname, filled up with 9s
                    + "[0-9]" // decade of birth
                    + "(?:[05][1-9]|[16][0-2])" // month of birth, 50 more for a woman
                    + "(?:0[1-9]|[12][0-9]|3[01])" // day of birth
                    + "[0-9]" // year of birth in the decade
                    + "[A-Z][A-Z9]" // initials
                    + "[A-HJ-NPR-X2-9]" // check character
                    + "[A-Z]{2}",
            "must be a driver number as on the licence; correct it or leave it out");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DriverNumber {
        requireNonNull(text);
    }

    public static Parsed<DriverNumber> parse(String text) {
        return RULE.parse(Ascii.upper(text)).map(DriverNumber::new);
    }

    @Override
    public String toString() {
        return "DriverNumber[***]";
    }
}
