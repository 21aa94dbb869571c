package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.query.mail.Texts.Filling;

class TextsTest {

    private static final Pattern FIELD = Pattern.compile("\\{\\{(.*?)}}");
    private static final Set<String> NAMES =
            Set.of("mark", "transactionId", "date", "retained", "replaced", "amount", "attached");
    private static final LocalDate DAY = LocalDate.parse("2026-01-31");

    private final Texts texts = new Texts();

    @ParameterizedTest
    @EnumSource
    void says_in_both_languages_what_happened_when_under_which_transaction_and_what_is_next(Template template) {
        Texts.Text text = texts.of(template);

        assertThat(text.subject().split(" / ")).hasSize(2).doesNotHaveDuplicates();
        assertThat(fields(text.english()))
                .isEqualTo(fields(text.welsh()))
                .contains("mark", "date", "transactionId")
                .allMatch(NAMES::contains);
        assertThat(text.english())
                .containsPattern("What happens next:|What to do next:")
                .endsWith("Vehicle Register");
        assertThat(text.welsh())
                .containsPattern("Beth fydd yn digwydd nesaf:|Beth i'w wneud nesaf:")
                .endsWith("Y Gofrestr Gerbydau\n");
        assertThat(text.english().lines().filter(line -> line.startsWith("- ")).count())
                .isEqualTo(text.welsh()
                        .lines()
                        .filter(line -> line.startsWith("- "))
                        .count())
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void is_filled_everywhere_and_names_no_mark_in_its_subject(Template template) {
        String body = texts.body(template, new Filling(DAY, values()));

        assertThat(body)
                .doesNotContain("{{")
                .contains("AB51CDE", "the-transaction", "31 January 2026", "31 Ionawr 2026");
        assertThat(body.indexOf("31 January 2026")).isLessThan(body.indexOf("31 Ionawr 2026"));
        assertThat(texts.of(template).subject()).doesNotContain("{{");
    }

    /// A mark and its document reference together are the power to transfer the vehicle; a certificate number is the
    /// right to a mark.
    @ParameterizedTest
    @EnumSource
    void asks_for_no_document_reference_and_no_certificate_number(Template template) {
        Texts.Text text = texts.of(template);
        assertThat(fields(text.english() + text.subject()))
                .noneMatch(field -> field.matches("(?i).*(reference|certificate).*"));
    }

    @ParameterizedTest
    @EnumSource
    void speaks_of_an_attachment_only_to_whoever_acted(Template template) {
        assertThat(fields(texts.of(template).english()).contains("attached")).isEqualTo(template.hasAuthorisation());
    }

    @Test
    void leaves_out_the_lines_of_what_there_is_not() {
        Map<String, String> without = values();
        without.remove("attached");
        without.remove("amount");

        assertThat(texts.body(Template.MARK_RETAINED_KEEPER, new Filling(DAY, values())))
                .contains("Payment: £80.00", "Taliad: £80.00", "- The number plate authorisation (eV948) is attached.");
        assertThat(texts.body(Template.MARK_RETAINED_KEEPER, new Filling(DAY, without)))
                .doesNotContain("Payment", "Taliad", "attached", "ynghlwm");
    }

    @Test
    void is_not_sent_with_a_hole_in_it() {
        Map<String, String> without = values();
        without.remove("mark");
        assertThatThrownBy(() -> texts.body(Template.MARK_RETAINED_KEEPER, new Filling(DAY, without)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, String> values() {
        return new HashMap<>(Map.of(
                "mark", "AB51CDE",
                "transactionId", "the-transaction",
                "retained", "A1",
                "replaced", "CU57ABC",
                "amount", "£80.00",
                "attached", ""));
    }

    private static Set<String> fields(String text) {
        Set<String> found = new TreeSet<>();
        FIELD.matcher(text).results().forEach(field -> found.add(field.group(1)));
        return found;
    }
}
