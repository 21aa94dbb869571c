package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// An email address, lower case (domain.md 1.0).
public record Email(@JsonValue String text) {

    private static final String WORDS = "must be an email address, such as name@example.com";
    private static final TextRule WHOLE = TextRule.of(3, 254, "[!-~]+", WORDS);

    /// RFC 822's atoms and dots; quoted local parts are not taken.
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~\\-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~\\-]++)*+");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Email {
        requireNonNull(text);
    }

    /// 3 to 254 characters, none of them a space; at most 64 before the @; after it labels of at most 63 letters,
    /// digits and hyphens, no hyphen first or last.
    public static Parsed<Email> parse(String text) {
        return WHOLE.parse(Ascii.lower(text))
                .flatMap(email -> isAddress(email) ? Parsed.valid(new Email(email)) : Parsed.malformed(WORDS));
    }

    @Override
    public String toString() {
        return "Email[***]";
    }

    private static boolean isAddress(String email) {
        int at = email.indexOf('@');
        if (at < 1 || at > 64 || !LOCAL.matcher(email.substring(0, at)).matches()) return false;
        for (String label : email.substring(at + 1).split("\\.", -1)) {
            if (label.length() > 63 || !LABEL.matcher(label).matches()) return false;
        }
        return true;
    }
}
