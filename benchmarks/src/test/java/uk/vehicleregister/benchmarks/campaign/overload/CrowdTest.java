package uk.vehicleregister.benchmarks.campaign.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.campaign.trial.Load;
import uk.vehicleregister.benchmarks.campaign.trial.Times;

class CrowdTest {

    private static final Load.Run BEFORE = run(1_000, 10, 0);

    @Test
    void a_crowd_that_is_turned_away_in_time_is_in_order() {
        assertThat(new Crowd(BEFORE, run(800, 200, 2_000), BEFORE, 500).violations())
                .isEmpty();
    }

    @Test
    void a_crowd_that_is_let_in_whole_and_waits_is_found() {
        assertThat(new Crowd(BEFORE, run(2_800, 9_000, 0), BEFORE, 500).violations())
                .hasSize(2);
    }

    @Test
    void memory_without_bound_and_no_recovery_are_found() {
        assertThat(new Crowd(BEFORE, run(800, 200, 2_000), run(400, 10, 5), 5_000).violations())
                .hasSize(3);
    }

    @Test
    void so_few_that_it_was_no_crowd_prove_nothing() {
        assertThat(new Crowd(BEFORE, run(800, 200, 100), BEFORE, 500).violations())
                .hasSize(1);
    }

    private static Load.Run run(int recorded, int milliseconds, int shed) {
        return new Load.Run(1, times(recorded, milliseconds), times(shed, 5), 0);
    }

    private static Times times(int count, int milliseconds) {
        Times times = new Times();
        for (int i = 0; i < count; i++)
            times.add(Duration.ofMillis(milliseconds).toNanos());
        return times;
    }
}
