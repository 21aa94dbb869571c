package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// Events as bytes are the same events.
class EventCopyTest {

    private static final List<String> ODD = List.of(
            "{ \"x\" :\t\"\\\\N \\\" \\u0000\" }\n",
            "{\"x\":\"Ll\u0177r \u20ac \ud83d\ude97 \u2028\"}",
            "\"\\\\.\"",
            "{\"x\":\"" + "long".repeat(20_000) + "\"}");

    private TestDatabase database;
    private EventLogWriter writer;
    private EventLogReader reader;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.query());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void an_empty_log_has_none() {
        assertThat(reader.asStored(-1, 100)).isEmpty();
        assertThat(reader.rawAfter(-1, 100)).isEmpty();
    }

    @Test
    void every_field_is_what_a_select_reads() {
        for (String payload : ODD) writer.append(Append.of(List.of(Appends.event("s" + payload.length(), 0, payload))));
        writer.append(Appends.several("several-\u20ac", 0, 3));

        List<RecordedEvent> selected = reader.after(-1, 100);
        List<RawEvent> copied = reader.asStored(-1, 100);
        assertThat(selected).extracting(RecordedEvent::payload).startsWith(ODD.toArray(String[]::new));
        assertThat(copied)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(selected.stream().map(RawEvent::of).toList());
    }

    @Test
    void pages_are_whole_transactions_or_as_they_stand() {
        writer.append(Appends.several("a", 0, 2));
        writer.append(Appends.several("b", 0, 3));

        assertThat(reader.rawAfter(-1, 4)).extracting(RawEvent::position).containsExactly(0L, 1L);
        assertThat(reader.rawAfter(1, 2))
                .as("one that is longer than a page comes all the same")
                .extracting(RawEvent::position)
                .containsExactly(2L, 3L, 4L);
        assertThat(reader.asStored(1, 2)).extracting(RawEvent::position).containsExactly(2L, 3L);
    }
}
