package uk.vehicleregister.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void every_piece_of_work_is_counted_once_and_none_left_ends_it() throws Exception {
        AtomicInteger left = new AtomicInteger(1_000);
        Load.Measured measured = Load.run(8, LONG, _ -> () -> left.getAndDecrement() > 0);

        assertThat(measured.nanos()).hasSize(1_000).isSorted();
    }

    @Test
    void what_goes_wrong_in_a_client_is_not_measured_but_told() {
        assertThatThrownBy(() -> Load.run(2, LONG, _ -> () -> {
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused");
    }

    @Test
    void percentiles_are_of_what_was_measured() {
        long[] nanos = new long[100];
        for (int i = 0; i < 100; i++) nanos[i] = (i + 1) * 1_000_000L;

        assertThat(new Load.Measured(2, nanos).percentileMillis(0.99)).isEqualTo(99);
        assertThat(new Load.Measured(2, nanos).perSecond()).isEqualTo(50);
    }
}
