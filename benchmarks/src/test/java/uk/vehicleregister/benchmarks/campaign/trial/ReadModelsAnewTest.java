package uk.vehicleregister.benchmarks.campaign.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadModelsAnewTest {

    @Test
    void a_table_that_is_not_what_the_log_gives_is_found_and_one_that_is_missing_too() {
        Map<String, String> live = Map.of("mot", "2 rows abc", "keepership", "1 rows def");
        assertThat(ReadModelsAnew.differences(live, live)).isEmpty();
        assertThat(ReadModelsAnew.differences(live, Map.of("mot", "2 rows abd")))
                .hasSize(2);
    }
}
