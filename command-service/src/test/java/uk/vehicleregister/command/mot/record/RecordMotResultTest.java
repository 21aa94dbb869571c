package uk.vehicleregister.command.mot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.DATE_IN_FUTURE;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.kernel.event.MotFailed;
import uk.vehicleregister.kernel.event.MotPassed;

class RecordMotResultTest {

    @Test
    void a_pass_is_recorded_with_its_last_day() {
        told(TODAY, TODAY.plusYears(1)).thenRecorded(new MotPassed(VEHICLE, TODAY, TODAY.plusYears(1)));
    }

    @Test
    void a_failure_is_recorded() {
        told(TODAY, null).thenRecorded(new MotFailed(VEHICLE, TODAY));
    }

    @Test
    void a_test_tomorrow_has_not_been() {
        told(TODAY.plusDays(1), TODAY.plusYears(1)).thenRefused(DATE_IN_FUTURE);
        told(TODAY.plusDays(1), null).thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void a_pass_is_valid_beyond_its_day_and_thirteen_months_at_the_most() {
        assertThat(RecordMotResultDecider.canExpire(TODAY, TODAY)).isFalse();
        assertThat(RecordMotResultDecider.canExpire(TODAY, TODAY.plusDays(1))).isTrue();
        assertThat(RecordMotResultDecider.canExpire(TODAY, TODAY.plusMonths(13)))
                .isTrue();
        assertThat(RecordMotResultDecider.canExpire(TODAY, TODAY.plusMonths(13).plusDays(1)))
                .isFalse();
    }

    private static Then told(LocalDate testedOn, @Nullable LocalDate expiresOn) {
        RecordMotResult command = new RecordMotResult(MARK, testedOn, expiresOn);
        return new Given<>(VEHICLE).when(vehicle -> RecordMotResultDecider.decide(command, vehicle, TODAY));
    }
}
