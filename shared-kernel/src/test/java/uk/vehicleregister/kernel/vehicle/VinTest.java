package uk.vehicleregister.kernel.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.Parsed.Faulty;
import uk.vehicleregister.kernel.field.Parsed.Valid;

class VinTest {

    private static final LocalDate LAST_DAY_OF_OLD_VINS = LocalDate.of(1979, 12, 31);
    private static final LocalDate FIRST_DAY_OF_STANDARD_VINS = LocalDate.of(1980, 1, 1);

    @Test
    void a_vin_has_17_letters_and_digits() {
        assertThat(parse("WVWZZZ1KZAW000042")).isEqualTo(Parsed.valid(new Vin("WVWZZZ1KZAW000042")));
        assertThat(parse("  wvwzzz1kzaw000042 ")).isEqualTo(Parsed.valid(new Vin("WVWZZZ1KZAW000042")));
        assertThat(parse("WVWZZZ1KZAW00004")).isInstanceOf(Faulty.class);
        assertThat(parse("WVWZZZ1KZAW0000421")).isInstanceOf(Faulty.class);
        assertThat(parse("")).isInstanceOf(Faulty.class);
    }

    @Test
    void no_check_digit_is_demanded() {
        assertThat(parse("11111111111111112")).isInstanceOf(Valid.class);
    }

    @Test
    void i_o_and_q_are_in_no_vin() {
        for (String letter : List.of("I", "O", "Q", "i", "o", "q")) {
            assertThat(parse("WVWZZZ1KZAW00004" + letter)).as(letter).isInstanceOf(Faulty.class);
        }
    }

    @Test
    void a_vehicle_of_before_1980_may_have_any_3_to_17() {
        for (String text : List.of("IOQ", "A1B", "123456", "WVWZZZ1KZAW000042")) {
            assertThat(Vin.parse(text, LAST_DAY_OF_OLD_VINS)).as(text).isInstanceOf(Valid.class);
        }
        for (String text : List.of("", "A1", "A-1", "A 1", "WVWZZZ1KZAW0000421")) {
            assertThat(Vin.parse(text, LAST_DAY_OF_OLD_VINS)).as(text).isInstanceOf(Faulty.class);
        }
    }

    @Test
    void from_1980_on_it_may_not() {
        assertThat(Vin.parse("123456", FIRST_DAY_OF_STANDARD_VINS)).isInstanceOf(Faulty.class);
        assertThat(Vin.parse("WVWZZZ1KZAW000042", FIRST_DAY_OF_STANDARD_VINS)).isInstanceOf(Valid.class);
    }

    private static Parsed<Vin> parse(String text) {
        return Vin.parse(text, null);
    }
}
