package uk.vehicleregister.benchmarks.campaign.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void percentiles_are_right_to_a_twentieth() {
        Times times = new Times();
        for (int ms = 1; ms <= 1_000; ms++) times.add(ms * 1_000_000L);
        assertThat(times.count()).isEqualTo(1_000);
        assertThat(times.percentile(50)).isCloseTo(500, within(30.0));
        assertThat(times.percentile(99)).isCloseTo(990, within(60.0));
        assertThat(new Times().percentile(99)).isZero();
    }
}
