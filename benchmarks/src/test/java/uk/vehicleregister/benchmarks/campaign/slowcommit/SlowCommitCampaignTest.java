package uk.vehicleregister.benchmarks.campaign.slowcommit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlowCommitCampaignTest {

    private static final List<String> BOTH = List.of("early", "late");

    @Test
    void an_event_of_ours_that_is_lost_or_delivered_twice_is_found() {
        assertThat(SlowCommitCampaign.violations(List.of("late"), BOTH)).isEmpty();
        assertThat(SlowCommitCampaign.violations(List.of("late"), List.of("late")))
                .hasSize(1);
        assertThat(SlowCommitCampaign.violations(List.of("late"), List.of("late", "early", "late")))
                .hasSize(1);
    }

    @Test
    void a_case_in_which_the_stock_engine_loses_nothing_proves_nothing() {
        assertThat(SlowCommitCampaign.violations(BOTH, BOTH)).hasSize(1);
    }
}
