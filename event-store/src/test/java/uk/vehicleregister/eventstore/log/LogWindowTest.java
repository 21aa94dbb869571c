package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// What several readers of one log's end are given, and how often the database is asked for it.
class LogWindowTest {

    private TestDatabase database;
    private EventLogReader reader;
    private EventLogWriter writer;
    private LogWindow window;
    private long version;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        reader = new EventLogReader(database.query());
        writer = new EventLogWriter(database.command());
        window = new LogWindow(reader);
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void whoever_comes_second_is_given_what_was_read_before() {
        append(3);
        List<RecordedEvent> first = window.after(-1);

        assertThat(positions(first)).containsExactly(0L, 1L, 2L);
        assertThat(window.after(-1).getFirst()).isSameAs(first.getFirst());
        assertThat(window.after(0)).hasSize(2).first().isSameAs(first.get(1));
    }

    @Test
    void at_the_end_there_is_nothing_until_something_is_appended() {
        append(1);
        assertThat(window.after(-1)).hasSize(1);
        assertThat(window.after(0)).isEmpty();
        append(2);
        assertThat(positions(window.after(0))).containsExactly(1L, 2L);
    }

    @Test
    void who_is_far_behind_or_far_ahead_is_answered_truly_too() {
        writer.append(Appends.several("one", 0, 6_000));
        writer.append(Appends.several("two", 0, 6_000));
        append(1_500);

        assertThat(positions(window.after(11_999))).startsWith(12_000L);
        assertThat(positions(window.after(-1))).startsWith(0L).hasSize(6_000);
        assertThat(positions(window.after(13_000))).startsWith(13_001L);
        assertThat(positions(window.after(5_999))).startsWith(6_000L).hasSizeGreaterThanOrEqualTo(6_000);
        assertThat(positions(window.after(13_400))).startsWith(13_401L);
    }

    @Test
    void readers_side_by_side_each_see_every_event_once_and_in_order_while_it_grows() throws Exception {
        List<Callable<List<Long>>> readers = new ArrayList<>();
        for (int i = 0; i < 6; i++) readers.add(this::readAll);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> read =
                    readers.stream().map(threads::submit).toList();
            for (int i = 0; i < 100; i++) append(50);
            for (Future<List<Long>> positions : read)
                assertThat(positions.get()).hasSize(5_000).isSorted().doesNotHaveDuplicates();
        }
    }

    private List<Long> readAll() {
        List<Long> positions = new ArrayList<>();
        while (positions.size() < 5_000) {
            long position = positions.isEmpty() ? -1 : positions.getLast();
            positions.addAll(positions(window.after(position)));
        }
        return positions;
    }

    private void append(int transactions) {
        for (int i = 0; i < transactions; i++) writer.append(Appends.to("many", version++));
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }
}
