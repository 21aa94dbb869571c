package uk.vehicleregister.benchmarks.campaign.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContiguousLogTest {

    private static final LogPlace FIRST = place(0, "car", 0, 10, false);
    private static final LogPlace SECOND = place(1, "mark", 0, 10, true);

    @Test
    void a_log_in_order() {
        assertThat(ContiguousLog.violations(List.of(FIRST, SECOND, place(2, "car", 1, 11, true))))
                .isEmpty();
    }

    @Test
    void a_gap_in_positions() {
        finds("position 3 stands where 2 should", place(3, "car", 1, 11, true));
    }

    @Test
    void a_gap_in_the_versions_of_a_stream() {
        finds("version 2 stands where 1 should", place(2, "car", 2, 11, true));
    }

    @Test
    void a_version_that_is_there_twice() {
        finds("version 0 stands where 1 should", place(2, "car", 0, 11, true));
    }

    @Test
    void a_time_that_goes_back() {
        finds("time goes back at 2", place(2, "car", 1, 9, true));
    }

    @Test
    void an_event_that_is_there_twice() {
        finds("a second time at 2", new LogPlace(2, "car", 1, FIRST.eventId(), FIRST.recordedAt(), true));
    }

    @Test
    void half_a_transaction_at_the_end() {
        finds("in the middle of a transaction", place(2, "car", 1, 11, false));
    }

    private static void finds(String violation, LogPlace last) {
        assertThat(ContiguousLog.violations(List.of(FIRST, SECOND, last)))
                .singleElement()
                .asString()
                .contains(violation);
    }

    private static LogPlace place(long position, String stream, long version, long second, boolean ends) {
        return new LogPlace(position, stream, version, new UUID(0, position), Instant.ofEpochSecond(second), ends);
    }
}
