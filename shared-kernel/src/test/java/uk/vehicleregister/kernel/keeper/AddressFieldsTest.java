package uk.vehicleregister.kernel.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.FieldChecks.accepts;
import static uk.vehicleregister.kernel.FieldChecks.refuses;
import static uk.vehicleregister.kernel.FieldChecks.takesLengths;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.Samples;
import uk.vehicleregister.kernel.field.Parsed;

/// Addresses, as in the table of domain.md 1.0.
class AddressFieldsTest {

    @Test
    void line_1_has_4_to_30_characters_and_at_least_3_letters() {
        takesLengths(KeeperFields::addressLine1, 4, 30);
        assertThat(KeeperFields.addressLine1(" 1 high rd ")).isEqualTo(Parsed.valid("1 HIGH RD"));
        accepts(KeeperFields::addressLine1, "1ABC", "1 ABC");
        refuses(KeeperFields::addressLine1, "MALFORMED", "12AB", "1 AB", "1234", "1-2-3-AB");
        refuses(KeeperFields::addressLine1, "TOO_SHORT", "", "ABC", " ABC ");
    }

    @Test
    void lines_2_and_3_have_up_to_30_characters_and_may_be_blank() {
        takesLengths(KeeperFields::addressLine, 0, 30);
        assertThat(KeeperFields.addressLine("  sketty ")).isEqualTo(Parsed.valid("SKETTY"));
        assertThat(KeeperFields.addressLine("   ")).isEqualTo(Parsed.valid(""));
        accepts(KeeperFields::addressLine, "(REAR)", "12", "-");
    }

    @Test
    void an_address_holds_the_characters_of_a_traders_name() {
        accepts(KeeperFields::addressLine1, "1/2, ST. JOHN'S (N) & CO-OP");
        for (String text : List.of("HIGH+ROAD", "HIGH_ROAD", "HIGH\"ROAD", "HIGH;ROAD", "HIGH\nROAD", "HIGH<ROAD")) {
            refuses(KeeperFields::addressLine1, "MALFORMED", text);
            refuses(KeeperFields::addressLine, "MALFORMED", text);
            refuses(KeeperFields::addressText, "MALFORMED", text);
        }
    }

    @Test
    void all_lines_together_start_with_a_letter_or_digit() {
        accepts(
                KeeperFields::addressText,
                "12 HIGH ROAD SKETTY",
                "A".repeat(30) + " " + "B".repeat(30) + " " + "C".repeat(30));
        refuses(KeeperFields::addressText, "MALFORMED", "", "(REAR) 12 HIGH ROAD", "-12 HIGH ROAD");
    }

    @Test
    void a_post_town_has_3_to_20_characters_and_starts_with_a_letter() {
        takesLengths(KeeperFields::postTown, 3, 20);
        assertThat(KeeperFields.postTown(" Stoke-on-Trent ")).isEqualTo(Parsed.valid("STOKE-ON-TRENT"));
        accepts(KeeperFields::postTown, "ST. IVES", "A,B/C\\D", "BOW");
        refuses(KeeperFields::postTown, "MALFORMED", "1 TOWN", "TOWN 1", "-TOWN", "TOWN'S", "TOWN(N)", "TOWN&CO");
        refuses(KeeperFields::postTown, "TOO_SHORT", "", "AB", " AB ");
    }

    @Test
    void an_address_cannot_be_changed_from_outside() {
        List<String> lines = new java.util.ArrayList<>(List.of("12 HIGH ROAD"));
        Address address = new Address(lines, "SWANSEA", new Postcode("SA67JL"));
        lines.add("ELSEWHERE");
        assertThat(address.lines()).containsExactly("12 HIGH ROAD");
        assertThat(Samples.address().lines()).isUnmodifiable();
    }
}
