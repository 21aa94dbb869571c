package uk.vehicleregister.benchmarks.campaign.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.campaign.tamper.Tampering.Expected;
import uk.vehicleregister.program.audit.DatabaseLog.Judgement;
import uk.vehicleregister.query.replay.Difference;
import uk.vehicleregister.query.replay.Difference.Kind;

/// Audits that would be wrong, and are called so.
class TamperCampaignTest {

    private static final Expected AT_517 = Expected.at(517, -1);

    @Test
    void the_first_bad_position_named_is_as_it_must_be() {
        assertThat(TamperCampaign.violation(AT_517, bad(516, 517L))).isNull();
        assertThat(TamperCampaign.violation(Expected.nowhere(2), bad(-1, null))).isNull();
    }

    @Test
    void what_was_altered_and_accepted_is_a_violation() {
        assertThat(TamperCampaign.violation(AT_517, good(999))).contains("was accepted");
        assertThat(TamperCampaign.violation(Expected.nowhere(2), good(999))).contains("was accepted");
    }

    @Test
    void another_position_or_none_is_a_violation() {
        for (Long other : new @Nullable Long[] {516L, 518L, null})
            assertThat(TamperCampaign.violation(AT_517, bad(516, other))).contains("517 was to be named");
        assertThat(TamperCampaign.violation(Expected.nowhere(2), bad(-1, 3L))).contains("null was to be named");
    }

    @Test
    void good_too_far_or_not_far_enough_is_a_violation() {
        assertThat(TamperCampaign.violation(AT_517, bad(517, 517L))).contains("good up to 516");
        assertThat(TamperCampaign.violation(new Expected(null, 300, 1), bad(-1, null)))
                .contains("good up to 300");
    }

    @Test
    void what_nobody_altered_must_be_good_to_its_end() {
        assertThat(TamperCampaign.violation(good(999), 1000)).isNull();
        assertThat(TamperCampaign.violation(good(998), 1000)).contains("nobody altered it");
        assertThat(TamperCampaign.violation(bad(516, 517L), 1000)).contains("nobody altered it");
    }

    @Test
    void an_edited_row_that_is_accepted_or_not_named_alone_is_a_violation() {
        Difference right = new Difference(Kind.CHANGED, "letter", "position=7", List.of());
        Difference other = new Difference(Kind.CHANGED, "letter", "position=8", List.of());

        assertThat(edited(1, right)).isNull();
        assertThat(edited(0)).contains("was accepted");
        assertThat(edited(1, other)).contains("was to be named");
        assertThat(edited(2, right, other)).contains("2 in all");
        assertThat(edited(1, new Difference(Kind.EXTRA, "letter", "position=7", List.of())))
                .contains("was to be named");
    }

    private static @Nullable String edited(long differences, Difference... first) {
        return EditedRows.violation(differences, List.of(first), Kind.CHANGED, "letter", "position=7");
    }

    private static Judgement good(long upTo) {
        return new Judgement(true, upTo, null, "good");
    }

    private static Judgement bad(long upTo, @Nullable Long position) {
        return new Judgement(false, upTo, position, "wrong");
    }
}
