package uk.vehicleregister.kernel.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.mark.MarkClass.CURRENT;
import static uk.vehicleregister.kernel.mark.MarkClass.DATELESS;
import static uk.vehicleregister.kernel.mark.MarkClass.NORTHERN_IRELAND;
import static uk.vehicleregister.kernel.mark.MarkClass.PREFIX;
import static uk.vehicleregister.kernel.mark.MarkClass.Q;
import static uk.vehicleregister.kernel.mark.MarkClass.SUFFIX;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Classes, letters and display of domain.md 2.1 to 2.3.
class MarkRulesTest {

    private static final Map<MarkClass, List<String>> OBEYING = Map.of(
            CURRENT,
            List.of("AB51CDE", "AB02CDE", "AB50CDE", "AB99CDE", "AB00CDE", "TE57VRN", "ER19BAD", "OO11OOO", "XY20ZZZ"),
            PREFIX,
            List.of("A1BCD", "A999XYZ", "Y123ABC", "L2WPS", "V10OOO"),
            SUFFIX,
            List.of("ABC1A", "XYZ999Y", "OOO123V"),
            DATELESS,
            List.of("A1", "A9999", "AB1", "AB9999", "ABC1", "ABC999", "1A", "9999A", "1AB", "9999AB", "1ABC", "999ABC"),
            NORTHERN_IRELAND,
            List.of("AIZ1234", "AIZ1", "IZ1", "AZ9999", "IA1", "XIA9999", "9999AZ", "1IA", "BIG10", "ZOI1"),
            Q,
            List.of("Q1ABC", "Q999XYZ", "QNI1", "QNI9999"));

    private static final Map<MarkClass, List<String>> BREAKING = Map.of(
            CURRENT,
            List.of(
                    "IB51CDE", "QB51CDE", "ZB51CDE", "AI51CDE", "AQ51CDE", "AZ51CDE", "AB51IDE", "AB51QDE", "AB51CIE",
                    "AB51CQE", "AB51CDI", "AB51CDQ", "AB01CDE", "IQ51ZZZ"),
            PREFIX,
            List.of(
                    "I123ABC", "O123ABC", "U123ABC", "Z123ABC", "A0BCD", "A01BCD", "A012BCD", "A000BCD", "A1ICD",
                    "A1BCQ"),
            SUFFIX,
            List.of(
                    "ABC123I", "ABC123O", "ABC123Q", "ABC123U", "ABC123Z", "ABC0D", "ABC01D", "ABC012D", "IBC1A",
                    "ABQ1A"),
            DATELESS,
            List.of(
                    "Q1", "QB1", "AQ1", "A0", "AB0", "AAA0", "ABC1000", "ABC9999", "9999AAA", "1000ABC", "A01",
                    "AB0012", "ABC012", "1Q", "0A", "1AQ"),
            NORTHERN_IRELAND,
            List.of(
                    "I1", "Z9999", "1I", "9Z", "IAB12", "ZAB1234", "123AIZ", "1234AIZ", "AIZ0", "AZ0", "AIZ012", "0AZ",
                    "QIZ1", "AZQ1", "IQ12"),
            Q,
            List.of("Q0ABC", "Q01ABC", "Q1IBC", "Q1ABQ", "QNI0", "QNI01"));

    @Test
    void letters_and_numbers_that_were_issued_obey_the_rules_of_their_class() {
        OBEYING.forEach((kind, marks) -> marks.forEach(text -> {
            assertThat(mark(text).kind()).as(text).isEqualTo(kind);
            assertThat(mark(text).obeysLetterRules()).as(text).isTrue();
        }));
    }

    @Test
    void letters_and_numbers_that_never_were_do_not() {
        BREAKING.forEach((kind, marks) -> marks.forEach(text -> {
            assertThat(mark(text).kind()).as(text).isEqualTo(kind);
            assertThat(mark(text).obeysLetterRules()).as(text).isFalse();
        }));
    }

    @Test
    void no_other_letter_is_an_age_identifier_of_prefix_or_suffix() {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            boolean issued = "IOQUZ".indexOf(letter) < 0;
            assertThat(mark("ABC1" + letter).obeysLetterRules())
                    .as("suffix " + letter)
                    .isEqualTo(issued);
            assertThat(mark(letter + "1ABC").obeysLetterRules())
                    .as("prefix " + letter)
                    .isEqualTo(issued || letter == 'Q');
        }
    }

    @Test
    void q_and_qni_are_q_marks_and_a_q_elsewhere_makes_none() {
        assertThat(mark("Q123ABC").isQMark()).isTrue();
        assertThat(mark("QNI1234").isQMark()).isTrue();
        for (String text : List.of("QAB123C", "QA51BCD", "Q1", "Q1234", "QN1", "QNJ1234", "1234Q", "QNI123A")) {
            assertThat(mark(text).isQMark()).as(text).isFalse();
        }
    }

    @Test
    void letters_and_digits_are_shown_parted_by_one_space() {
        Map.of(
                        "A9", "A 9",
                        "AA99AAA", "AA99 AAA",
                        "A999AAA", "A999 AAA",
                        "ABC123D", "ABC 123D",
                        "1234AB", "1234 AB",
                        "AIZ1234", "AIZ 1234",
                        "QNI1234", "QNI 1234",
                        "Q12ABC", "Q12 ABC",
                        "0009AA", "9 AA",
                        "AAA0", "AAA 0")
                .forEach((text, shown) ->
                        assertThat(mark(text).display()).as(text).isEqualTo(shown));
    }

    @Test
    void a_padded_mark_held_on_an_old_record_is_shown_without_its_zeros() {
        assertThat(new RegistrationMark("0009AA").display()).isEqualTo("9 AA");
    }

    private static RegistrationMark mark(String text) {
        return RegistrationMark.parse(text).orElseThrow();
    }
}
