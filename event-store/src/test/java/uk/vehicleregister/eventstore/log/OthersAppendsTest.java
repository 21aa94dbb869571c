package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.eventstore.log.Appends.several;
import static uk.vehicleregister.eventstore.log.Appends.to;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// What one process is told of what another appended.
class OthersAppendsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final OthersAppends others = new OthersAppends(database.command());
    private final EventLogWriter own = new EventLogWriter(database.command(), others);
    private final EventLogWriter other = new EventLogWriter(database.command());
    private final BlockingQueue<Map.Entry<String, Long>> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() {
        others.listen((stream, version) -> told.add(Map.entry(stream, version)));
    }

    @AfterEach
    void close() {
        own.close();
        other.close();
        others.close();
        database.close();
    }

    @Test
    void at_the_next_append_of_ones_own_the_streams_others_wrote_to_are_told_with_their_last_versions()
            throws Exception {
        own.append(to("own", 0));
        other.append(several("theirs", 0, 3));
        other.append(to("own", 1));
        own.append(to("mine", 0));

        assertThat(next()).isIn(Map.entry("theirs", 2L), Map.entry("own", 1L));
        assertThat(next()).isIn(Map.entry("theirs", 2L), Map.entry("own", 1L));
        own.append(to("mine", 1));
        other.append(to("later", 0));
        own.append(Appends.confirming(Map.of("mine", 1L)));
        assertThat(next()).isEqualTo(Map.entry("later", 0L));
    }

    @Test
    void of_a_long_stretch_the_latest_streams_are_told() throws Exception {
        own.append(to("own", 0));
        other.append(to("long ago", 0));
        for (int i = 0; i < 10; i++) other.append(several("theirs", i * 1_000L, 1_000));
        own.append(to("own", 1));

        assertThat(next()).isEqualTo(Map.entry("theirs", 9_999L));
        other.append(to("later", 0));
        own.append(to("own", 2));
        assertThat(next()).isEqualTo(Map.entry("later", 0L));
    }

    private Map.Entry<String, Long> next() throws InterruptedException {
        Map.Entry<String, Long> entry = told.poll(10, TimeUnit.SECONDS);
        assertThat(entry).as("nobody was told within ten seconds").isNotNull();
        return entry;
    }
}
