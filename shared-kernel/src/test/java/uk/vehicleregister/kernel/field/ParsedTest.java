package uk.vehicleregister.kernel.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParsedTest {

    private final Parsed<String> valid = Parsed.valid("42");
    private final Parsed<String> faulty = Parsed.tooLong(1);

    @Test
    void a_value_is_changed_and_checked_further() {
        assertThat(valid.map(Integer::valueOf)).isEqualTo(Parsed.valid(42));
        assertThat(valid.flatMap(text -> Parsed.<Integer>outOfRange("no"))).isEqualTo(Parsed.outOfRange("no"));
        assertThat(valid.orElseThrow()).isEqualTo("42");
    }

    @Test
    void a_fault_stays_the_fault_it_was() {
        assertThat(faulty.map(Integer::valueOf)).isEqualTo(Parsed.tooLong(1));
        assertThat(faulty.flatMap(text -> Parsed.valid(42))).isEqualTo(Parsed.tooLong(1));
        assertThatThrownBy(faulty::orElseThrow).hasMessageContaining("TOO_LONG");
    }

    @Test
    void only_ascii_is_trimmed_and_changed_in_case() {
        assertThat(Ascii.upper("abz\u0131\u017f\u00df\u00e9{`")).isEqualTo("ABZ\u0131\u017f\u00df\u00e9{`");
        assertThat(Ascii.lower("ABZ\u0130\u212a\u00c9[@")).isEqualTo("abz\u0130\u212a\u00c9[@");
        assertThat(Ascii.trim("  \ta b\u00a0 ")).isEqualTo("\ta b\u00a0");
        assertThat(Ascii.trim("    ")).isEmpty();
        assertThat(Ascii.withoutSpaces(" a\tb ")).isEqualTo("a\tb");
    }
}
