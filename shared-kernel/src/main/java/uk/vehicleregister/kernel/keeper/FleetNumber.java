package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// A fleet's number with the register: six digits, or five and a hyphen (domain.md 1.0).
public record FleetNumber(@JsonValue String text) {

    private static final TextRule RULE =
            TextRule.of(6, 6, "[0-9]{5}[0-9\\-]", "must be six digits, or five digits and a hyphen");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FleetNumber {
        requireNonNull(text);
    }

    public static Parsed<FleetNumber> parse(String text) {
        return RULE.parse(text).map(FleetNumber::new);
    }

    @Override
    public String toString() {
        return "FleetNumber[***]";
    }
}
