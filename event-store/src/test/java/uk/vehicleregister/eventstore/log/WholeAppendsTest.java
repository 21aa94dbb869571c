package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.eventstore.log.Appends.several;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// The appends that some events were recorded in.
class WholeAppendsTest {

    private static final List<Integer> SIZES = List.of(3, 1, 2, 1, 4);

    private static TestDatabase database;
    private static EventLogReader reader;

    /// The positions of each append.
    private static final List<List<Long>> appends = new ArrayList<>();

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        reader = new EventLogReader(database.command());
        long position = 0;
        try (EventLogWriter writer = new EventLogWriter(database.command())) {
            for (int size : SIZES) {
                writer.append(several("s" + position, 0, size));
                List<Long> append = new ArrayList<>();
                while (append.size() < size) append.add(position++);
                appends.add(append);
            }
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void each_event_brings_those_it_was_recorded_with_and_two_of_one_append_bring_it_once() {
        for (List<Long> append : appends)
            for (long first : append) {
                assertThat(positions(List.of(first))).isEqualTo(append);
                for (long second : append)
                    assertThat(positions(List.of(second, first))).isEqualTo(append);
            }
    }

    @Test
    void appends_come_in_the_order_of_the_log_whatever_the_order_asked_in() {
        List<Long> expected = new ArrayList<>(appends.get(0));
        expected.addAll(appends.get(2));
        expected.addAll(appends.get(4));
        assertThat(positions(List.of(10L, 5L, 1L))).isEqualTo(expected);
    }

    @Test
    void nothing_is_asked_and_nothing_is_there() {
        assertThat(positions(List.of())).isEmpty();
        assertThat(positions(List.of(11L, 1_000L))).isEmpty();
    }

    private static List<Long> positions(List<Long> asked) {
        return reader.appendsWith(asked).stream().map(RecordedEvent::position).toList();
    }
}
