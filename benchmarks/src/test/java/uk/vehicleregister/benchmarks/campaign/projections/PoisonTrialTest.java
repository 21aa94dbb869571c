package uk.vehicleregister.benchmarks.campaign.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoisonTrialTest {

    @Test
    void who_is_concerned_stands_right_before_it_and_the_others_are_at_the_end() {
        assertThat(found(Map.of("enquiry", 41L), Map.of("enquiry", 41L, "mark", 60L), List.of("enquiry")))
                .isEmpty();
    }

    @Test
    void one_that_skipped_the_event_is_found() {
        assertThat(found(Map.of(), Map.of("enquiry", 60L, "mark", 60L), List.of()))
                .hasSize(1);
    }

    @Test
    void one_that_stands_elsewhere_is_found() {
        assertThat(found(Map.of("enquiry", 40L), Map.of("enquiry", 40L, "mark", 60L), List.of("enquiry")))
                .hasSize(2);
    }

    @Test
    void one_that_stands_for_another_ones_event_is_found() {
        assertThat(found(Map.of("enquiry", 41L), Map.of("enquiry", 41L, "mark", 41L), List.of("enquiry")))
                .containsExactly("mark came to 41 and not to 60");
    }

    @Test
    void metrics_that_say_otherwise_are_found() {
        assertThat(found(Map.of("enquiry", 41L), Map.of("enquiry", 41L, "mark", 60L), List.of()))
                .hasSize(1);
    }

    private static List<String> found(Map<String, Long> standing, Map<String, Long> positions, List<String> stopped) {
        return PoisonTrial.violations(42, 60, standing, positions, stopped);
    }
}
