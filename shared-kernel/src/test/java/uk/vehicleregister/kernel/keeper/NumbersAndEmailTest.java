package uk.vehicleregister.kernel.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.FieldChecks.accepts;
import static uk.vehicleregister.kernel.FieldChecks.refuses;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;

/// Driver number, fleet number and email, as in the table of domain.md 1.0.
class NumbersAndEmailTest {

    @Test
    void a_driver_number_has_16_characters_in_its_own_order() {
        assertThat(DriverNumber.parse("morga657054sm9ij"))
                .isEqualTo(Parsed.valid(new DriverNumber("MORGA657054SM9IJ")));
        accepts(DriverNumber::parse, "FO999657054SM9IJ", "M1234657054SM9IJ", "MORGA657054S99IJ");
        refuses(DriverNumber::parse, "TOO_SHORT", "", "MORGA657054SM9I");
        refuses(DriverNumber::parse, "TOO_LONG", "MORGA657054SM9IJK", " MORGA657054SM9IJ");
        refuses(
                DriverNumber::parse,
                "MALFORMED",
                "9ORGA657054SM9IJ",
                "MORGAX57054SM9IJ",
                "MORGA65705XSM9IJ",
                "MORGA6570549M9IJ",
                "MORGA657054S89IJ",
                "MORGA657054SM9I1",
                "MORGA657054SM91J",
                "MORG-657054SM9IJ");
    }

    @Test
    void its_month_is_01_to_12_or_for_a_woman_51_to_62() {
        accepts(
                DriverNumber::parse,
                month("01"),
                month("09"),
                month("10"),
                month("12"),
                month("51"),
                month("59"),
                month("60"),
                month("62"));
        refuses(
                DriverNumber::parse,
                "MALFORMED",
                month("00"),
                month("13"),
                month("19"),
                month("20"),
                month("50"),
                month("63"),
                month("99"));
    }

    @Test
    void its_day_is_01_to_31() {
        accepts(DriverNumber::parse, day("01"), day("10"), day("20"), day("30"), day("31"));
        refuses(DriverNumber::parse, "MALFORMED", day("00"), day("32"), day("40"), day("99"));
    }

    @Test
    void its_check_character_is_none_of_those_that_are_misread() {
        for (char check : "23456789ABCDEFGHJKLMNPRSTUVWX".toCharArray()) accepts(DriverNumber::parse, check(check));
        for (char check : "01IOQYZ".toCharArray()) refuses(DriverNumber::parse, "MALFORMED", check(check));
    }

    @Test
    void a_fleet_number_is_six_digits_or_five_and_a_hyphen() {
        accepts(FleetNumber::parse, "012345", "54321-", "000000");
        refuses(FleetNumber::parse, "MALFORMED", "5432-1", "-54321", "A12345", "12345A", "12345 ");
        refuses(FleetNumber::parse, "TOO_SHORT", "", "12345", "1234-");
        refuses(FleetNumber::parse, "TOO_LONG", "1234567", "123456-", " 12345-");
    }

    @Test
    void an_email_is_stored_lower_case() {
        assertThat(Email.parse("Ask.Me+Now@Example.ORG")).isEqualTo(Parsed.valid(new Email("ask.me+now@example.org")));
    }

    @Test
    void an_email_has_3_to_254_characters() {
        String domain = "b.".repeat(94) + "c";
        accepts(Email::parse, "a@b", "a".repeat(64) + "@" + domain);
        assertThat(("a".repeat(64) + "@" + domain)).hasSize(254);
        refuses(Email::parse, "TOO_SHORT", "", "a@");
        refuses(Email::parse, "TOO_LONG", "a".repeat(64) + "@b" + domain);
    }

    @Test
    void its_local_part_has_up_to_64_characters_and_each_label_up_to_63() {
        accepts(Email::parse, "a".repeat(64) + "@b.org", "a@" + "b".repeat(63) + ".org");
        refuses(Email::parse, "MALFORMED", "a".repeat(65) + "@b.org", "a@" + "b".repeat(64) + ".org");
    }

    @Test
    void it_looks_like_one() {
        accepts(
                Email::parse,
                "a.b@c.d",
                "o'neil@x.org",
                "a-b@c-d.org",
                "1@2.3",
                "a/b@c.org",
                "#!$%&'*+/=?^_`{|}~-@x.org");
        refuses(
                Email::parse,
                "MALFORMED",
                "abc",
                "@b.org",
                "ab@",
                "a@b@c.org",
                "a@-b.org",
                "a@b-.org",
                "a@b/c.org",
                "a@b..org",
                "a@.org",
                "a@b.",
                ".a@b.org",
                "a.@b.org",
                "a..b@c.org",
                "a b@c.org",
                "a@b c.org",
                " a@b.org",
                "a@b.org ",
                "a@b_c.org",
                "a,b@c.org",
                "\"a\"@b.org",
                "a@[1.2.3.4]",
                "a@b.org\n",
                "<a@b.org>",
                "a;b@c.org",
                "a(b)@c.org");
    }

    private static String month(String month) {
        return "MORGA6" + month + "054SM9IJ";
    }

    private static String day(String day) {
        return "MORGA657" + day + "4SM9IJ";
    }

    private static String check(char check) {
        return "MORGA657054SM" + check + "IJ";
    }
}
