package uk.vehicleregister.kernel.paper;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// The 11 digits printed on a V5C that prove possession of the latest one (domain.md 2.6): a credential.
public record DocumentReference(@JsonValue String text) {

    private static final TextRule RULE = TextRule.of(11, 11, "[0-9]+", "must be exactly 11 digits without spaces");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentReference {
        requireNonNull(text);
    }

    public static Parsed<DocumentReference> parse(String text) {
        return RULE.parse(text).map(DocumentReference::new);
    }

    /// A new one; the source must be a secure one outside tests and made-up fleets.
    public static DocumentReference draw(RandomGenerator random) {
        return new DocumentReference(Digits.draw(11, random));
    }

    @Override
    public String toString() {
        return "DocumentReference[***]";
    }
}
