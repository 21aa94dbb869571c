package uk.vehicleregister.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.Parsed.Faulty;

/// Reads aloud what a field rule does with texts.
public final class FieldChecks {

    private FieldChecks() {}

    public static void accepts(Function<String, ? extends Parsed<?>> rule, String... texts) {
        for (String text : texts) {
            assertThat(rule.apply(text)).as("<" + text + ">").isInstanceOf(Parsed.Valid.class);
        }
    }

    public static void refuses(Function<String, ? extends Parsed<?>> rule, String code, String... texts) {
        for (String text : texts) {
            assertThat(codeOf(rule.apply(text))).as("<" + text + ">").isEqualTo(code);
        }
    }

    /// Just long enough and just short enough, made of letters.
    public static void takesLengths(Function<String, ? extends Parsed<?>> rule, int least, int most) {
        accepts(rule, "A".repeat(least), "A".repeat(most));
        if (least > 0) refuses(rule, "TOO_SHORT", "A".repeat(least - 1));
        refuses(rule, "TOO_LONG", "A".repeat(most + 1));
    }

    public static String codeOf(Parsed<?> parsed) {
        return parsed instanceof Faulty<?> faulty ? faulty.code() : "accepted";
    }
}
