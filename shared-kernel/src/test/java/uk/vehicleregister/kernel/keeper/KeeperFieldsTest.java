package uk.vehicleregister.kernel.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.FieldChecks.accepts;
import static uk.vehicleregister.kernel.FieldChecks.codeOf;
import static uk.vehicleregister.kernel.FieldChecks.refuses;
import static uk.vehicleregister.kernel.FieldChecks.takesLengths;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;

/// Names and dates of birth, as in the table of domain.md 1.0.
class KeeperFieldsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Test
    void a_title_has_1_to_10_letters_spaces_and_marks_of_names() {
        takesLengths(KeeperFields::title, 1, 10);
        accepts(KeeperFields::title, "Mr", "Mrs", "Miss", "Rt. Hon", "Sgt-Major", "D'r");
        refuses(KeeperFields::title, "MALFORMED", "Mr2", "Mr/Mrs", "Mr,", "Mr&Mrs", "Dr\u00e9");
        refuses(KeeperFields::title, "TOO_SHORT", "", "   ");
    }

    @Test
    void inner_spaces_of_a_title_are_collapsed_before_it_is_measured() {
        assertThat(KeeperFields.title("  Rt     Hon  ")).isEqualTo(Parsed.valid("Rt Hon"));
    }

    @Test
    void title_and_first_names_have_26_characters_together_without_the_space_between() {
        assertThat(KeeperFields.firstNames("A".repeat(24), "Mr")).isEqualTo(Parsed.valid("A".repeat(24)));
        assertThat(codeOf(KeeperFields.firstNames("A".repeat(25), "Mr"))).isEqualTo("TOO_LONG");
        assertThat(codeOf(KeeperFields.firstNames("A".repeat(16), "Archdeacon")))
                .isEqualTo("accepted");
        assertThat(codeOf(KeeperFields.firstNames("A".repeat(17), "Archdeacon")))
                .isEqualTo("TOO_LONG");
        assertThat(codeOf(KeeperFields.firstNames("A".repeat(24) + "   ", "Mr")))
                .isEqualTo("accepted");
    }

    @Test
    void first_names_start_with_a_letter_and_a_leading_space_is_a_fault() {
        accepts(text -> KeeperFields.firstNames(text, "Mr"), "A", "Mary-Ann", "J. R.", "D'Arcy", "Ifor ", "Ann Mair");
        refuses(
                text -> KeeperFields.firstNames(text, "Mr"),
                "MALFORMED",
                " Ifor",
                "-Ann",
                "'Ann",
                "Ann2",
                "Si\u00e2n",
                "A,B");
        refuses(text -> KeeperFields.firstNames(text, "Mr"), "TOO_SHORT", "", "  ");
    }

    @Test
    void a_last_name_has_1_to_25_characters_and_is_trimmed() {
        takesLengths(KeeperFields::lastName, 1, 25);
        assertThat(KeeperFields.lastName("  O'Brien-Hughes ")).isEqualTo(Parsed.valid("O'Brien-Hughes"));
        refuses(KeeperFields::lastName, "MALFORMED", "'Brien", "-X", ".X", "X1", "X/Y", "X,Y", "X\tY", "O\u2019Brien");
        refuses(KeeperFields::lastName, "TOO_SHORT", "", "  ");
    }

    @Test
    void a_traders_name_has_2_to_58_characters_and_starts_with_a_letter_or_digit() {
        takesLengths(KeeperFields::traderName, 2, 58);
        assertThat(KeeperFields.traderName(" q & j motors (uk) ltd. "))
                .isEqualTo(Parsed.valid("Q & J MOTORS (UK) LTD."));
        accepts(KeeperFields::traderName, "4X4 CARS", "A-1/B,C'S", "12", "A(");
        refuses(KeeperFields::traderName, "MALFORMED", "-AB", "(AB)", "'AB", "&AB", "A\"B", "A+B", "A_B", "A;B");
    }

    @Test
    void a_business_keepers_name_has_2_to_30_characters_and_a_letter() {
        takesLengths(KeeperFields::businessKeeperName, 2, 30);
        assertThat(KeeperFields.businessKeeperName(" taff vans ")).isEqualTo(Parsed.valid("TAFF VANS"));
        accepts(KeeperFields::businessKeeperName, "1A", "A1", "THE \"BEST\" VANS", "\"A\" CLASS", "(UK) VANS");
        refuses(KeeperFields::businessKeeperName, "MALFORMED", "12", "123 - 45", "-AB", "A+B", "A_B", "'AB");
    }

    @Test
    void its_brackets_are_balanced_and_in_order() {
        accepts(KeeperFields::businessKeeperName, "A (B)", "A (B) (C)", "A (B (C))", "()A");
        refuses(
                KeeperFields::businessKeeperName,
                "MALFORMED",
                "A (B",
                "A B)",
                "A )B(",
                "A (B))",
                "A ((B)",
                "A (B)) (C");
    }

    @Test
    void its_double_quotes_are_even_in_number() {
        accepts(KeeperFields::businessKeeperName, "A \"B\"", "A \"B\" \"C\"");
        refuses(KeeperFields::businessKeeperName, "MALFORMED", "A \"B", "A \"B\" \"C");
    }

    @Test
    void a_date_of_birth_is_not_in_the_future() {
        accepts(KeeperFieldsTest::dateOfBirth, "2026-07-01");
        refuses(KeeperFieldsTest::dateOfBirth, "IN_FUTURE", "2026-07-02", "9999-12-31");
    }

    @Test
    void a_date_of_birth_is_not_more_than_110_years_ago() {
        accepts(KeeperFieldsTest::dateOfBirth, "1916-07-01");
        refuses(KeeperFieldsTest::dateOfBirth, "OUT_OF_RANGE", "1916-06-30", "0001-01-01");
    }

    @Test
    void a_date_of_birth_exists() {
        refuses(KeeperFieldsTest::dateOfBirth, "NOT_A_DATE", "1981-02-29", "", "1.2.1980", "1980-2-1");
    }

    private static Parsed<LocalDate> dateOfBirth(String text) {
        return KeeperFields.dateOfBirth(text, TODAY);
    }
}
