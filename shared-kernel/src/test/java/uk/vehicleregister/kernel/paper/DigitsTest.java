package uk.vehicleregister.kernel.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void the_least_and_the_greatest_number_have_all_their_digits() {
        assertThat(Digits.draw(11, always(0))).isEqualTo("00000000000");
        assertThat(Digits.draw(11, always(-1))).isEqualTo("99999999999");
        assertThat(Digits.draw(18, always(-1))).isEqualTo("999999999999999999");
    }

    @Test
    void each_digit_is_as_likely_as_any_other_at_every_place() {
        Random random = new Random(20_260_701);
        int[][] seen = new int[6][10];
        for (int i = 0; i < 10_000; i++) {
            String digits = Digits.draw(6, random);
            for (int place = 0; place < 6; place++) seen[place][digits.charAt(place) - '0']++;
        }
        for (int[] place : seen) for (int count : place) assertThat(count).isBetween(850, 1_150);
    }

    /// Of what is drawn below a bound: the least, or the greatest.
    private static RandomGenerator always(long end) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return end;
            }

            @Override
            public long nextLong(long bound) {
                return end == 0 ? 0 : bound - 1;
            }
        };
    }
}
