package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {

    /// 0.5: neither more nor less.
    private static final RandomGenerator EVEN = () -> Long.MIN_VALUE;

    @Test
    void waits_longer_from_try_to_try_and_six_hours_at_most() {
        assertThat(afterFailed(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(afterFailed(2)).isEqualTo(Duration.ofMinutes(2));
        assertThat(afterFailed(9)).isEqualTo(Duration.ofMinutes(256));
        assertThat(afterFailed(10)).isEqualTo(Duration.ofHours(6));
        assertThat(afterFailed(20)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void all_tries_span_three_days() {
        Duration all = Duration.ZERO;
        for (int failed = 1; failed < BackOff.TRIES; failed++) all = all.plus(afterFailed(failed));
        assertThat(all).isBetween(Duration.ofHours(72), Duration.ofHours(78));
    }

    @Test
    void mails_that_failed_together_do_not_come_back_together() {
        RandomGenerator chance = RandomGenerator.getDefault();
        Duration one = BackOff.after(BackOff.TRIES - 10, chance);
        Duration other = BackOff.after(BackOff.TRIES - 10, chance);
        assertThat(one).isNotEqualTo(other);
        assertThat(one).isBetween(Duration.ofMinutes(324), Duration.ofMinutes(396));
    }

    private static Duration afterFailed(int tries) {
        return BackOff.after(BackOff.TRIES - tries, EVEN);
    }
}
