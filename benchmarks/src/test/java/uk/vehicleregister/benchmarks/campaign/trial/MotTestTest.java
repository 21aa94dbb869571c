package uk.vehicleregister.benchmarks.campaign.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotTestTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 23_999, 24_000, 9_359_999})
    void the_event_tells_which_command_it_came_of(long number) {
        MotTest command = new MotTest(number, "AB12CDE");
        assertThat(MotTest.numberOf(command.testedOn(), command.expiresOn())).isEqualTo(number);
        assertThat(command.expiresOn())
                .isAfter(command.testedOn())
                .isBefore(command.testedOn().plusMonths(13));
    }
}
