package uk.vehicleregister.kernel.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.FieldChecks.accepts;
import static uk.vehicleregister.kernel.FieldChecks.codeOf;
import static uk.vehicleregister.kernel.FieldChecks.refuses;
import static uk.vehicleregister.kernel.FieldChecks.takesLengths;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.Samples;
import uk.vehicleregister.kernel.field.Parsed;

class VehicleFieldsTest {

    @Test
    void texts_have_their_lengths() {
        takesLengths(VehicleFields::make, 1, 30);
        takesLengths(VehicleFields::model, 1, 40);
        takesLengths(VehicleFields::colour, 1, 20);
        takesLengths(VehicleFields::fuelType, 1, 30);
        takesLengths(VehicleFields::wheelplan, 1, 40);
        takesLengths(VehicleFields::euroStatus, 1, 20);
        takesLengths(VehicleFields::typeApproval, 1, 4);
    }

    @Test
    void texts_are_trimmed_upper_cased_and_printable() {
        List<Function<String, Parsed<String>>> rules = List.of(
                VehicleFields::make,
                VehicleFields::model,
                VehicleFields::colour,
                VehicleFields::fuelType,
                VehicleFields::wheelplan,
                VehicleFields::euroStatus);
        for (Function<String, Parsed<String>> rule : rules) {
            assertThat(rule.apply("  euro 6  ")).isEqualTo(Parsed.valid("EURO 6"));
            accepts(rule, "2 AXLE + ART", "MCLAREN'S", "A-B.C,D&E/F(G)+", "3008");
            refuses(rule, "TOO_SHORT", "", "    ");
            refuses(rule, "MALFORMED", "A<B", "A_B", "A\"B", "A\tB", "CITRO\u00cbN", "=A", "A;B", "A*");
        }
    }

    @Test
    void a_type_approval_is_a_letter_and_up_to_three_more() {
        accepts(VehicleFields::typeApproval, "M1", "n1", "L3E", "L7EU", "M", " M1 ");
        refuses(VehicleFields::typeApproval, "MALFORMED", "1M", "M-1", "M 1");
        refuses(VehicleFields::typeApproval, "TOO_LONG", "L7EUX");
    }

    @Test
    void a_certificate_of_destruction_has_four_to_twenty_letters_digits_and_hyphens_between_them() {
        takesLengths(VehicleFields::certificateOfDestruction, 4, 20);
        accepts(VehicleFields::certificateOfDestruction, "COD-2026-00017", "1234", " ab-12 ");
        refuses(
                VehicleFields::certificateOfDestruction,
                "MALFORMED",
                "COD/26",
                "COD 26",
                "-COD26",
                "COD26-",
                "C\u00d6D26");
    }

    @Test
    void a_destination_is_any_country_but_the_united_kingdom() {
        accepts(VehicleFields::destinationCountry, "FR", "DE", "fr", "US", "NZ");
        refuses(VehicleFields::destinationCountry, "OUT_OF_RANGE", "GB", "gb", "UK", "ZZ", "EU");
        refuses(VehicleFields::destinationCountry, "MALFORMED", "F1", "F-");
        refuses(VehicleFields::destinationCountry, "TOO_SHORT", "F", "");
        refuses(VehicleFields::destinationCountry, "TOO_LONG", "FRA");
    }

    @Test
    void the_channel_islands_the_isle_of_man_and_ireland_are_exports_too() {
        accepts(VehicleFields::destinationCountry, "JE", "GG", "IM", "IE");
    }

    @Test
    void numbers_have_their_limits() {
        takesNumbers(VehicleFields::engineCapacity, 1, 99_999);
        takesNumbers(VehicleFields::co2Emissions, 0, 999);
        takesNumbers(VehicleFields::revenueWeight, 1, 99_999);
        takesNumbers(VehicleFields::mileage, 0, 999_999);
        takesNumbers(year -> VehicleFields.yearOfManufacture(year, LocalDate.of(2026, 1, 1)), 1885, 2026);
    }

    @Test
    void a_whole_number_as_text_has_digits_only() {
        assertThat(VehicleFields.wholeNumber("0")).isEqualTo(Parsed.valid(0L));
        assertThat(VehicleFields.wholeNumber("-5")).isEqualTo(Parsed.valid(-5L));
        assertThat(VehicleFields.wholeNumber("999999999999999999")).isEqualTo(Parsed.valid(999_999_999_999_999_999L));
        refuses(
                VehicleFields::wholeNumber,
                "MALFORMED",
                "",
                " ",
                "1.5",
                "1,000",
                "1e3",
                "+5",
                "0x1F",
                "--5",
                "-",
                "five");
        refuses(VehicleFields::wholeNumber, "MALFORMED", "9999999999999999999");
        assertThat(codeOf(VehicleFields.wholeNumber("100000").flatMap(VehicleFields::engineCapacity)))
                .isEqualTo("OUT_OF_RANGE");
    }

    @Test
    void a_date_is_one_that_exists() {
        assertThat(VehicleFields.date("2024-02-29")).isEqualTo(Parsed.valid(LocalDate.of(2024, 2, 29)));
        accepts(VehicleFields::date, "0001-01-01", "9999-12-31", "2000-02-29", "2026-07-01");
        refuses(
                VehicleFields::date,
                "NOT_A_DATE",
                "2023-02-29",
                "1900-02-29",
                "2024-02-30",
                "2024-04-31",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "2024-01-32",
                "0000-01-01",
                "0000-12-31");
    }

    @Test
    void a_date_is_written_with_four_two_and_two_digits() {
        refuses(
                VehicleFields::date,
                "NOT_A_DATE",
                "",
                " ",
                "2024-1-01",
                "2024-01-1",
                "24-01-01",
                "02024-01-01",
                "+2024-01-01",
                "-2024-01-01",
                "20240101",
                "2024/01/01",
                "01-01-2024",
                "2024-01-01T00:00:00Z",
                "2024-01-01 ",
                " 2024-01-01",
                "2024-W01-1",
                "today",
                "2024-01-0\u0661");
    }

    @Test
    void vehicles_of_a_type_that_is_tested_can_take_part_in_moves_of_marks() {
        for (String tested : List.of("M1", "M2", "M3", "N1", "N3", "L3E", "L")) {
            assertThat(ofType(tested).isOfTestableType()).as(tested).isTrue();
        }
        for (String untested : List.of("T1", "C2", "R3A", "S1", "O4", "T")) {
            assertThat(ofType(untested).isOfTestableType()).as(untested).isFalse();
        }
        assertThat(ofType(null).isOfTestableType()).isTrue();
    }

    private static VehicleDetails ofType(String typeApproval) {
        return Samples.vehicleDetails(Samples.FIRST_REGISTERED, typeApproval);
    }

    private static void takesNumbers(LongFunction<Parsed<Integer>> rule, int least, int most) {
        assertThat(rule.apply(least)).isEqualTo(Parsed.valid(least));
        assertThat(rule.apply(most)).isEqualTo(Parsed.valid(most));
        for (long outside : new long[] {least - 1L, most + 1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            assertThat(codeOf(rule.apply(outside))).as(Long.toString(outside)).isEqualTo("OUT_OF_RANGE");
        }
    }
}
