package uk.vehicleregister.benchmarks.campaign.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.campaign.trial.Usage;

class StretchTest {

    private static final Stretch FIRST = stretch(400, 100, 30, 20, 50);

    @Test
    void what_stays_as_it_was_is_in_order() {
        assertThat(Stretch.creep(FIRST, stretch(450, 110, 31, 30, 80))).isEmpty();
    }

    @Test
    void whatever_creeps_is_found() {
        assertThat(Stretch.creep(FIRST, stretch(600, 100, 30, 20, 50))).hasSize(2);
        assertThat(Stretch.creep(FIRST, stretch(400, 200, 30, 20, 50))).hasSize(2);
        assertThat(Stretch.creep(FIRST, stretch(400, 100, 60, 20, 50))).hasSize(1);
        assertThat(Stretch.creep(FIRST, stretch(400, 100, 30, 90, 50))).hasSize(2);
        assertThat(Stretch.creep(FIRST, stretch(400, 100, 30, 20, 500))).hasSize(1);
    }

    private static Stretch stretch(int megabytes, int handles, int connections, double answer, double lag) {
        Usage usage = new Usage(megabytes, handles);
        return new Stretch(usage, usage, connections, answer, answer, lag);
    }
}
