package uk.vehicleregister.kernel.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.FieldChecks.accepts;
import static uk.vehicleregister.kernel.FieldChecks.refuses;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;

class PostcodeTest {

    @Test
    void an_own_postcode_has_the_uk_pattern() {
        accepts(
                Postcode::parse,
                "M1 1AA",
                "M60 1NW",
                "CR2 6XH",
                "DN55 1PT",
                "W1A 1HQ",
                "EC1A 1BB",
                "M11AA",
                "EC1A1BB",
                "GIR 0AA");
        accepts(Postcode::parse, "sa6 7jl", "  SA6 7JL  ", "SA000AS");
        refuses(Postcode::parse, "TOO_SHORT", "", " ", "M11A", "SA6 ");
        refuses(Postcode::parse, "TOO_LONG", "EC1A  1BB", "SA999 1AB");
        refuses(
                Postcode::parse,
                "MALFORMED",
                "GIR0AA",
                "SA6  7JL",
                "S A67JL",
                "SA67 JL",
                "SA6 JL7",
                "SA6-7JL",
                "SA6 7J1",
                "AI1 1AA",
                "AZ1 1AA",
                "ABC1 1AA",
                "11 1AA",
                "SA6***",
                "SA1234",
                "12345");
    }

    @Test
    void it_is_kept_without_spaces() {
        assertThat(Postcode.parse(" sa6 7jl ")).isEqualTo(Parsed.valid(new Postcode("SA67JL")));
        assertThat(Postcode.parse("GIR 0AA")).isEqualTo(Parsed.valid(new Postcode("GIR0AA")));
    }

    @Test
    void an_old_record_may_hold_only_the_outward_part_or_nothing() {
        assertThat(Postcode.parseRecorded("SA6***")).isEqualTo(Parsed.valid(new Postcode("SA6***")));
        assertThat(Postcode.parseRecorded("sa01 ***")).isEqualTo(Parsed.valid(new Postcode("SA01***")));
        assertThat(Postcode.parseRecorded("   ")).isEqualTo(Parsed.valid(new Postcode("")));
        accepts(Postcode::parseRecorded, "", "SA6 7JL", "EC1A***", "M1***");
        assertThat(Postcode.parseRecorded("SA6**")).isInstanceOf(Parsed.Faulty.class);
        assertThat(Postcode.parseRecorded("***")).isInstanceOf(Parsed.Faulty.class);
        assertThat(Postcode.parseRecorded("SA6****")).isInstanceOf(Parsed.Faulty.class);
        assertThat(Postcode.parseRecorded("SA6 7JL***")).isInstanceOf(Parsed.Faulty.class);
    }

    @Test
    void a_keepers_postcode_is_typed_with_letters_digits_and_spaces_and_may_be_blank() {
        accepts(Postcode::parseEntered, "", "        ", "SA6 7JL", "sa67jl", "SA6", "12345678");
        refuses(Postcode::parseEntered, "TOO_LONG", "123456789", "         ");
        refuses(Postcode::parseEntered, "MALFORMED", "SA6***", "SA6-7JL", "SA6\t7JL", "SA6.7JL");
    }

    @Test
    void a_whole_postcode_on_record_must_be_typed_whole() {
        assertMatches("SA67JL", "SA6 7JL", "sa67jl", "S A6 7JL", "SA06 7JL");
        assertDiffers("SA67JL", "", "SA6", "SA6 7JM", "SA7 7JL", "SA16 7JL", "7JL", "SA60 7JL");
    }

    @Test
    void a_stray_zero_on_record_does_not_count() {
        assertMatches("SA067JL", "SA6 7JL", "SA06 7JL");
        assertMatches("SA000AS", "SA0 0AS", "SA00 0AS");
        assertDiffers("SA067JL", "SA60 7JL");
        assertDiffers("SA607JL", "SA6 7JL", "SA06 7JL");
    }

    @Test
    void a_zero_that_is_the_district_counts() {
        assertMatches("SS07JL", "SS0 7JL", "SS00 7JL");
        assertMatches("SS0***", "SS0 7JL", "SS0");
        assertDiffers("SS07JL", "SS7 7JL", "SS7JL", "SS70 7JL");
        assertDiffers("SS0***", "SS7 7JL", "SS", "SS7 0JL");
    }

    @Test
    void of_a_partial_postcode_only_the_outward_part_counts() {
        assertMatches("SA1***", "SA1 1AA", "SA19ZZ", "sa01 1aa", "SA1");
        assertMatches("SA01***", "SA1 1AA", "SA01 1AA", "SA1");
        assertMatches("EC1A***", "EC1A 1BB", "EC1A1BB");
        assertDiffers("SA1***", "", "SA2 1AA", "SA11 1AA", "SB1 1AA", "SA", "S1 1AA");
        assertDiffers("SA11***", "SA1 1AA", "SA1");
    }

    @Test
    void a_blank_one_on_record_wants_a_blank() {
        assertMatches("", "", "   ");
        assertDiffers("", "SA6 7JL", "SA6", "0");
    }

    @Test
    void a_record_in_an_unusual_form_is_compared_as_it_stands() {
        assertThat(new Postcode("sa6 7jl").matches(entered("SA67JL"))).isTrue();
        assertThat(new Postcode("***").matches(entered(""))).isFalse();
        assertThat(new Postcode("***").matches(entered("SA67JL"))).isFalse();
    }

    private static void assertMatches(String recorded, String... typed) {
        for (String text : typed)
            assertThat(onRecord(recorded).matches(entered(text))).as(text).isTrue();
    }

    private static void assertDiffers(String recorded, String... typed) {
        for (String text : typed)
            assertThat(onRecord(recorded).matches(entered(text))).as(text).isFalse();
    }

    private static Postcode onRecord(String text) {
        return Postcode.parseRecorded(text).orElseThrow();
    }

    private static Postcode entered(String text) {
        return Postcode.parseEntered(text).orElseThrow();
    }
}
