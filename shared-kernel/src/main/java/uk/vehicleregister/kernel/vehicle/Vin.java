package uk.vehicleregister.kernel.vehicle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// A vehicle identification number, upper case. It says nothing of itself in a log line.
public record Vin(@JsonValue String text) {

    private static final LocalDate STANDARDISED = LocalDate.of(1980, 1, 1);
    private static final TextRule STANDARD =
            TextRule.of(17, 17, "[A-HJ-NPR-Z0-9]+", "must be 17 letters and digits without I, O and Q");
    private static final TextRule EARLIER = TextRule.of(3, 17, "[A-Z0-9]+", "must be 3 to 17 letters and digits");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Vin {
        requireNonNull(text);
    }

    /// 17 characters without I, O and Q, no check digit demanded; a vehicle first registered before 1980 may have any 3
    /// to 17 letters and digits (contract.md). Where the date is not known, the standard form is asked for.
    public static Parsed<Vin> parse(String text, @Nullable LocalDate dateOfFirstRegistration) {
        boolean early = dateOfFirstRegistration != null && dateOfFirstRegistration.isBefore(STANDARDISED);
        return (early ? EARLIER : STANDARD).parseUpperCased(text).map(Vin::new);
    }

    @Override
    public String toString() {
        return "Vin[***]";
    }
}
