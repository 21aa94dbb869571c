package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// What a reader that wants some types only is given.
class TypedPageTest {

    private static final int EACH = 50;

    private static TestDatabase database;
    private static EventLogReader reader;

    /// Positions 0 to 99: at even ones Claimed, at odd ones Noted; then 100 to 199 Noted.
    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        reader = new EventLogReader(database.command());
        try (EventLogWriter writer = new EventLogWriter(database.command())) {
            for (int i = 0; i < EACH; i++) {
                writer.append(Append.of(List.of(event("c", i, "Claimed"), event("n", i, "Noted"))));
            }
            writer.append(Append.of(IntStream.range(EACH, 3 * EACH)
                    .mapToObj(i -> event("n", i, "Noted"))
                    .toList()));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_event_of_the_types_is_given_once_and_in_order_whatever_the_size_of_a_page() {
        for (int limit : List.of(1, 7, EACH, 1_000)) {
            List<Long> positions = new ArrayList<>();
            long read = EventLogReader.BEFORE_FIRST;
            while (read < reader.lastPosition()) {
                TypedPage page = reader.ofTypes(read, List.of("Claimed"), limit);
                assertThat(page.readTo()).isGreaterThan(read);
                assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
                page.events().forEach(event -> positions.add(event.position()));
                read = page.readTo();
            }
            assertThat(positions)
                    .isEqualTo(IntStream.range(0, EACH).mapToObj(i -> 2L * i).toList());
        }
    }

    @Test
    void a_stretch_without_such_an_event_is_passed_over() {
        assertThat(reader.ofTypes(98, List.of("Claimed"), 10)).isEqualTo(new TypedPage(List.of(), 199));
    }

    @Test
    void a_full_page_ends_at_its_last_event() {
        assertThat(reader.ofTypes(-1, List.of("Claimed"), 3).readTo()).isEqualTo(4);
    }

    @Test
    void several_types_come_in_the_order_of_the_log_and_at_the_end_there_is_nothing() {
        assertThat(reader.ofTypes(95, List.of("Noted", "Claimed"), 4).events())
                .extracting(RecordedEvent::position)
                .containsExactly(96L, 97L, 98L, 99L);
        assertThat(reader.ofTypes(199, List.of("Claimed"), 4)).isEqualTo(new TypedPage(List.of(), 199));
    }

    private static NewEvent event(String stream, long version, String type) {
        return new NewEvent(UUID.randomUUID(), stream, version, type, "1", "{}", "{}");
    }
}
