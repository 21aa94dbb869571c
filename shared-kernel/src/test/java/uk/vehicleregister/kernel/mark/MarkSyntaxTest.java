package uk.vehicleregister.kernel.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.Parsed.Faulty;
import uk.vehicleregister.kernel.field.Parsed.Valid;

/// The seven whole-string alternatives of domain.md 2.3, and nothing else.
class MarkSyntaxTest {

    /// All 31 shapes there are.
    private static final List<String> SHAPES = List.of(
            "AB51CDE", "A1BCD", "A12BCD", "A123BCD", "ABC1D", "ABC12D", "ABC123D", "A1", "A12", "A123", "A1234", "AB1",
            "AB12", "AB123", "AB1234", "ABC1", "ABC12", "ABC123", "ABC1234", "1A", "12A", "123A", "1234A", "1AB",
            "12AB", "123AB", "1234AB", "1ABC", "12ABC", "123ABC", "1234ABC");

    /// Accepted though never issued: syntax knows nothing of letters or age.
    private static final List<String> IMPOSSIBLE = List.of(
            "Q123ABC", "QNI1234", "IQ51ZZZ", "OO11OOO", "U123ABC", "AB01ABC", "AB00ABC", "A0", "AAA0", "9999AAA");

    private static final List<String> REFUSED = List.of(
            "",
            " ",
            "   ",
            "A",
            "1",
            "Z",
            "9",
            // diplomatic, military, trade, trailer
            "123D456",
            "101X203",
            "12AB34",
            "99AA99",
            "AA12AA",
            "12345",
            "123",
            "1234567",
            "A1234567",
            "C1234567",
            // letters or digits only
            "AB",
            "ABC",
            "ABCD",
            "ABCDEFG",
            "12",
            "1234",
            "12345678",
            // a digit or letter too many or too few
            "A12345",
            "AB12345",
            "ABC12345",
            "12345A",
            "12345AB",
            "12345ABC",
            "1ABCD",
            "1234ABCD",
            "A1234BCD",
            "A1B",
            "A1BC",
            "A12BC",
            "A123BC",
            "AB1C",
            "AB1CD",
            "AB1CDE",
            "AB12C",
            "AB12CD",
            "AB123C",
            "AB123CDE",
            "AB12CDEF",
            "ABC1DE",
            "ABC12DE",
            "ABC123DE",
            "ABC1234D",
            "ABCD1",
            "ABCD123",
            "ABCD1E",
            "ABC1DEF",
            "1A2",
            "1A2B",
            "A1B2",
            "1AB2CD",
            "12A34",
            "AB51CDEF",
            "ABC51DEF",
            "A51BCDE",
            // punctuation
            "AB12-CDE",
            "AB12_CDE",
            "AB12.CDE",
            "AB12,CDE",
            "AB12/CDE",
            "AB12*",
            "*",
            "%",
            "A_1",
            "-A1",
            "A1-",
            "+A1",
            "AB12'CDE",
            "\"A1\"",
            "A1;",
            "<A1>",
            "A1\\",
            "${A1}",
            "A1' OR '1'='1",
            // control characters and white space that is no space
            "AB12\tCDE",
            "AB12\nCDE",
            "AB12CDE\n",
            "\r\nAB12CDE",
            "AB12CDE\u0000",
            "\u0000",
            "\u0007A1",
            "\u001bA1",
            "A\u007f1",
            "A1\u0085",
            "AB12\u00a0CDE",
            "AB12\u2003CDE",
            "\ufeffAB12CDE",
            "AB12\u200bCDE",
            // letters and digits beyond ASCII, some of which upper-case into ASCII
            "\u0131B12CDE",
            "AB12CD\u0131",
            "\u017fB12CDE",
            "\u212aB12CDE",
            "\u00dfB12CDE",
            "\ufb01A1",
            "\u00c91",
            "\u00e9 1",
            "\u0410B12CDE",
            "\uff21\uff11",
            "A\uff11",
            "AB\u0661\u0662CDE",
            "A\u0967",
            "\u0391\u0031",
            "\ud83d\ude97",
            "\ud800A1",
            "A1\udc00");

    @Test
    void there_are_31_shapes() {
        assertThat(SHAPES).hasSize(31).doesNotHaveDuplicates();
    }

    @Test
    void every_shape_is_accepted_in_any_case_and_spacing() {
        for (String shape : SHAPES) {
            for (String typed : spellings(shape)) {
                assertThat(parse(typed)).as(typed).isEqualTo(Parsed.valid(new RegistrationMark(shape)));
            }
        }
    }

    @Test
    void every_combination_of_letters_and_digits_that_is_none_of_the_31_is_refused() {
        List<String> accepted = new ArrayList<>();
        for (int length = 0; length <= 9; length++) {
            for (int bits = 0; bits < 1 << length; bits++) {
                String shape = shapeOf(length, bits);
                if (parse(shape) instanceof Valid) accepted.add(shape);
            }
        }
        assertThat(accepted)
                .containsExactlyInAnyOrderElementsOf(SHAPES.stream()
                        .map(shape -> shape.replaceAll("[0-9]", "1").replaceAll("[A-Z]", "A"))
                        .toList());
    }

    @Test
    void impossible_letters_and_ages_are_not_a_matter_of_syntax() {
        for (String text : IMPOSSIBLE) assertThat(parse(text)).as(text).isInstanceOf(Valid.class);
    }

    @Test
    void everything_else_is_refused() {
        for (String text : REFUSED) assertThat(parse(text)).as(text).isInstanceOf(Faulty.class);
    }

    @Test
    void two_to_eight_characters_are_counted_without_spaces() {
        assertThat(code(parse("A"))).isEqualTo("TOO_SHORT");
        assertThat(code(parse(" A "))).isEqualTo("TOO_SHORT");
        assertThat(parse("A1")).isInstanceOf(Valid.class);
        assertThat(code(parse("AB51CDEF"))).isEqualTo("MALFORMED");
        assertThat(code(parse("AB51CDEFG"))).isEqualTo("TOO_LONG");
        assertThat(parse(" ".repeat(1000) + "A 1")).isInstanceOf(Valid.class);
    }

    @Test
    void the_locale_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(parse("aiz 1")).isEqualTo(Parsed.valid(new RegistrationMark("AIZ1")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_reversed_mark_padded_with_zeros_is_the_same_mark_as_without() {
        assertThat(parse("0009 AA")).isEqualTo(parse("9AA"));
        assertThat(parse("0900 A")).isEqualTo(parse("900A"));
        assertThat(parse("0000 AA")).isEqualTo(parse("0AA"));
        assertThat(parse("9000 AA").orElseThrow().text()).isEqualTo("9000AA");
        assertThat(parse("AA 0009").orElseThrow().text()).isEqualTo("AA0009");
    }

    private static Parsed<RegistrationMark> parse(String text) {
        return RegistrationMark.parse(text);
    }

    private static String code(Parsed<?> parsed) {
        return parsed instanceof Faulty<?> faulty ? faulty.code() : "accepted";
    }

    private static List<String> spellings(String mark) {
        return List.of(
                mark,
                mark.toLowerCase(Locale.ROOT),
                " " + mark + " ",
                String.join(" ", mark.split("")),
                mark.charAt(0) + "  " + mark.substring(1));
    }

    private static String shapeOf(int length, int bits) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < length; i++) shape.append((bits >> i & 1) == 0 ? '1' : 'A');
        return shape.toString();
    }
}
