package uk.vehicleregister.benchmarks.campaign.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.benchmarks.campaign.trial.Times;

class CrowdTest {

    private static final Senders.Run BEFORE = run(1_000, 10, 0);

    @Test
    void a_crowd_that_is_turned_away_in_time_is_in_order() {
        Crowd crowd = new Crowd(BEFORE, run(800, 200, 2_000), BEFORE, 500);

        assertThat(crowd.violations()).isEmpty();
        assertThat(crowd.violationsInTime()).isEmpty();
    }

    @Test
    void a_crowd_that_is_let_in_whole_and_waits_is_found() {
        Crowd crowd = new Crowd(BEFORE, run(2_800, 9_000, 0), BEFORE, 500);

        assertThat(crowd.violations()).containsExactly("nobody was turned away");
        assertThat(crowd.violationsInTime()).hasSize(1);
    }

    @Test
    void whoever_is_left_without_an_answer_is_found() {
        assertThat(new Crowd(BEFORE, run(800, 28_000, 2_000), BEFORE, 500).violations())
                .isEmpty();
        assertThat(new Crowd(BEFORE, run(800, 32_000, 2_000), BEFORE, 500).violations())
                .hasSize(1);
        Senders.Run silent = new Senders.Run(1, times(800, 200), times(2_000, 5), times(1, 60_000));
        assertThat(new Crowd(BEFORE, silent, BEFORE, 500).violations()).hasSize(1);
    }

    @Test
    void memory_without_bound_and_no_recovery_are_found() {
        Crowd crowd = new Crowd(BEFORE, run(800, 200, 2_000), run(400, 10, 5), 5_000);

        assertThat(crowd.violations()).hasSize(2);
        assertThat(crowd.violationsInTime()).hasSize(1);
    }

    @Test
    void so_few_that_it_was_no_crowd_prove_nothing() {
        assertThat(new Crowd(BEFORE, run(800, 200, 100), BEFORE, 500).violationsInTime())
                .hasSize(1);
    }

    private static Senders.Run run(int recorded, int milliseconds, int shed) {
        return new Senders.Run(1, times(recorded, milliseconds), times(shed, 5), new Times());
    }

    private static Times times(int count, int milliseconds) {
        Times times = new Times();
        for (int i = 0; i < count; i++)
            times.add(Duration.ofMillis(milliseconds).toNanos());
        return times;
    }
}
