package uk.vehicleregister.benchmarks.campaign.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final List<Stretch> PLAIN =
            List.of(new Stretch(1_000, 90), new Stretch(900, 110), new Stretch(1_100, 100));

    @Test
    void half_as_fast_again_is_found_and_less_is_not() {
        assertThat(Stretch.violations(PLAIN, List.of(new Stretch(670, 100)), 1.5))
                .isEmpty();
        assertThat(Stretch.violations(PLAIN, List.of(new Stretch(660, 100)), 1.5))
                .hasSize(1);
    }

    @Test
    void half_as_far_behind_again_is_found_and_less_is_not() {
        assertThat(Stretch.violations(PLAIN, List.of(new Stretch(1_000, 149)), 1.5))
                .isEmpty();
        assertThat(Stretch.violations(PLAIN, List.of(new Stretch(1_000, 151)), 1.5))
                .hasSize(1);
    }
}
