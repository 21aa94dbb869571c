package uk.vehicleregister.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.bench.Goal.Verdict;

class VerdictTest {

    @Test
    void of_a_rate_more_is_better() {
        assertThat(Goal.T1.verdict(0.99)).isEqualTo(Verdict.MISSED);
        assertThat(Goal.T1.verdict(1.0)).isEqualTo(Verdict.BASE);
        assertThat(Goal.T1.verdict(1.79)).isEqualTo(Verdict.BASE);
        assertThat(Goal.T1.verdict(1.8)).isEqualTo(Verdict.MOONSHOT);
    }

    @Test
    void of_a_time_less_is_better() {
        assertThat(Goal.T4.verdict(50.1)).isEqualTo(Verdict.MISSED);
        assertThat(Goal.T4.verdict(50)).isEqualTo(Verdict.BASE);
        assertThat(Goal.T4.verdict(10)).isEqualTo(Verdict.MOONSHOT);
    }

    @Test
    void where_nothing_more_is_aimed_at_the_base_is_all() {
        assertThat(Goal.A1.verdict(0.1)).isEqualTo(Verdict.BASE);
        assertThat(Goal.A1.verdict(30.1)).isEqualTo(Verdict.MISSED);

        Table table = new Table(new Machine(Map.of()), List.of(new Result(Goal.A1, Spread.of(0.1), "", "")), List.of());
        assertThat(table.text()).contains("base").doesNotContain("NaN");
        assertThat(table.json().toString()).doesNotContain("NaN");
    }

    @Test
    void a_missed_goal_is_a_figure_and_no_failure() {
        Result missed = new Result(Goal.T1, Spread.of(0.1), "", "");
        Table table = new Table(new Machine(Map.of()), List.of(missed), List.of());

        assertThat(table.exitCode()).isZero();
        assertThat(table.text()).contains("MISSED");
    }

    @Test
    void what_does_not_hold_fails_the_run_however_good_the_figures() {
        List<String> violations = new ArrayList<>();
        Check.equal("keeper changes", 10, 9, violations);
        Result good = new Result(Goal.T1, Spread.of(9), "", "");
        Table table = new Table(new Machine(Map.of()), List.of(good), violations);

        assertThat(table.exitCode()).isEqualTo(1);
        assertThat(table.text()).contains("DOES NOT HOLD: keeper changes: 10 expected, 9 found");
        assertThat(table.json()).containsEntry("violations", violations);
    }

    @Test
    void what_agrees_is_no_violation() {
        List<String> violations = new ArrayList<>();
        Check.equal("keeper changes", 10, 10, violations);

        assertThat(violations).isEmpty();
    }
}
