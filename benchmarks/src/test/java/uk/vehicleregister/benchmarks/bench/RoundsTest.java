package uk.vehicleregister.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static Round round(double before, double ours, double after) {
        return new Round(before, Map.of("ours", ours), after);
    }

    @Test
    void a_ratio_is_taken_to_the_floors_of_its_own_round() {
        Rounds rounds = new Rounds(List.of(round(100, 110, 120), round(1_000, 2_000, 1_000), round(10, 30, 10)));

        assertThat(rounds.toFloor("ours")).isEqualTo(new Spread(2, 1, 3, 3));
        assertThat(rounds.floor().median()).isEqualTo(110);
    }

    @Test
    void two_that_ran_in_one_round_are_compared_with_each_other() {
        Round round = new Round(100, Map.of("ours", 80.0, "peer", 20.0), 100);

        assertThat(new Rounds(List.of(round)).ratio("ours", "peer").median()).isEqualTo(4);
    }

    @Test
    void floors_half_as_high_again_are_near_enough() {
        assertThat(round(100, 1, 150).isSound()).isTrue();
        assertThat(round(150, 1, 100).isSound()).isTrue();
    }

    @Test
    void a_round_whose_floors_are_further_apart_is_thrown_away() {
        Rounds rounds = new Rounds(List.of(round(100, 1_000, 151), round(100, 100, 100), round(0, 100, 0)));

        assertThat(rounds.thrownAway()).isEqualTo(2);
        assertThat(rounds.toFloor("ours")).isEqualTo(new Spread(1, 1, 1, 1));
    }

    @Test
    void nothing_is_concluded_where_every_round_was_thrown_away() {
        Rounds rounds = new Rounds(List.of(round(100, 1_000, 200)));
        Result result = Result.of(Goal.T1, rounds, rounds.toFloor("ours"), "");

        assertThat(result.verdict()).isNull();
        assertThat(result.note()).startsWith("not measured");
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_middle_two() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4, 4));
    }
}
