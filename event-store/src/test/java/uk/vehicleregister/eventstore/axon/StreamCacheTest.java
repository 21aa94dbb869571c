package uk.vehicleregister.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.eventstore.axon.Notes.message;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.axon.Notes.Noted;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendOutcome.Stale;
import uk.vehicleregister.eventstore.log.Appends;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;

/// Streams remembered in memory, behind the log at times but never wrong for it.
class StreamCacheTest {

    private static TestDatabase database;
    private static EventLogWriter writer;
    private static PostgresEventStorageEngine engine;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        engine = PostgresEventStorageEngine.builder()
                .writer(writer)
                .reader(new EventLogReader(database.command()))
                .eventSerializer(Notes.SERIALIZER)
                .snapshotSerializer(Notes.SERIALIZER)
                .build();
    }

    @AfterAll
    static void close() {
        writer.close();
        database.close();
    }

    @Test
    void what_does_not_go_as_far_as_the_version_another_process_wrote_is_read_on_and_what_does_is_not() {
        String stream = stream();
        StreamCache cache = new StreamCache(engine, 1_000);
        engine.appendEvents(message(stream, 0, new Noted("a")));
        assertThat(cache.load(stream).version()).isZero();
        engine.appendEvents(message(stream, 1, new Noted("b")));

        cache.markBehind(stream, 0);
        assertThat(cache.load(stream).version()).isZero();
        cache.markBehind(stream, 1);
        assertThat(cache.load(stream).version()).isEqualTo(1);
    }

    /// One process changes the secret and tells it; the other, which remembers the old one, is asked with the new one.
    @Test
    void a_stale_cached_state_never_produces_a_wrong_refusal() throws Exception {
        String stream = stream();
        StreamCache cache = new StreamCache(engine, 1_000);
        AtomicReference<String> told = new AtomicReference<>("0");
        engine.appendEvents(message(stream, 0, new Noted("0")));
        Thread changing = Thread.ofVirtual().start(() -> {
            for (int version = 1; version < 300; version++) {
                String secret = Integer.toString(version);
                engine.appendEvents(message(stream, version, new Noted(secret)));
                told.set(secret);
            }
        });

        int refused = 0;
        int behind = 0;
        while (changing.isAlive()) {
            String latest = told.get();
            while (true) {
                CachedStream known = cache.load(stream);
                if (Integer.parseInt(lastSecret(known)) >= Integer.parseInt(latest)) break;
                if (writer.append(Appends.confirming(Map.of(stream, known.version()))) instanceof Stale) {
                    cache.markBehind(List.of(stream));
                    behind++;
                    continue;
                }
                refused++;
                break;
            }
        }
        assertThat(refused).isZero();
        assertThat(behind).isPositive();
    }

    private static String lastSecret(CachedStream stream) {
        return ((Noted) stream.payloads().getLast()).text();
    }

    @Test
    void what_was_appended_here_is_known_without_reading_it_again() {
        String stream = stream();
        StreamCache cache = new StreamCache(engine, 1_000);
        assertThat(cache.load(stream)).isEqualTo(new CachedStream(stream, -1, List.of()));
        append(stream, 0);
        cache.advance(stream, 0, List.of(new Noted("here")));
        assertThat(cache.load(stream)).isEqualTo(new CachedStream(stream, 0, List.of(new Noted("here"))));
    }

    @Test
    void an_entry_that_does_not_reach_to_what_was_appended_is_dropped_and_a_younger_one_stays() {
        String stream = stream();
        StreamCache cache = new StreamCache(engine, 1_000);
        append(stream, 0);
        cache.load(List.of(stream));
        append(stream, 1);
        append(stream, 2);
        cache.advance(stream, 2, List.of(new Noted("gap")));
        assertThat(cache.load(stream).payloads()).hasSize(3).doesNotContain(new Noted("gap"));

        cache.advance(stream, 3, List.of(new Noted("only known here")));
        cache.advance(stream, 1, List.of(new Noted("late")));
        assertThat(cache.load(stream).payloads()).last().isEqualTo(new Noted("only known here"));
    }

    @Test
    void what_was_evicted_is_read_again() {
        String stream = stream();
        StreamCache cache = new StreamCache(engine, 1_000);
        append(stream, 0);
        cache.load(List.of(stream));
        append(stream, 1);
        assertThat(cache.load(stream).version()).isZero();
        cache.evict(List.of(stream));
        assertThat(cache.load(stream).version()).isEqualTo(1);
    }

    /// Only the end is read: the beginning is still what was told here, which the log does not say.
    @Test
    void what_is_behind_is_read_on_from_where_it_ends() {
        String stream = stream();
        StreamCache cache = new StreamCache(engine, 1_000);
        for (int version = 0; version < 4; version++) append(stream, version);
        cache.advance(stream, 1, List.of(new Noted("here"), new Noted("t")));

        cache.markBehind(List.of(stream, "absent-1"));

        assertThat(cache.load(stream).payloads())
                .containsExactly(new Noted("here"), new Noted("t"), new Noted("t"), new Noted("t"));
        append(stream, 4);
        assertThat(cache.load(stream).version()).as("it is not behind any more").isEqualTo(3);
        cache.markBehind(List.of(stream));
        cache.load(stream);
        cache.markBehind(List.of(stream));
        assertThat(cache.load(stream).payloads())
                .as("said to be behind and is not")
                .hasSize(5)
                .startsWith(new Noted("here"));
    }

    @Test
    void where_the_log_has_another_event_than_the_last_known_all_is_read_anew() {
        String longer = stream();
        String other = stream();
        StreamCache cache = new StreamCache(engine, 1_000);
        append(longer, 0);
        for (int version = 0; version < 3; version++) append(other, version);
        for (String stream : List.of(longer, other))
            cache.advance(stream, 1, List.of(new Noted("t"), new Noted("lost in a restore")));

        cache.markBehind(List.of(longer, other));

        assertThat(cache.load(longer)).isEqualTo(new CachedStream(longer, 0, List.of(new Noted("t"))));
        assertThat(cache.load(other).payloads()).containsExactly(new Noted("t"), new Noted("t"), new Noted("t"));
        append(longer, 1);
        assertThat(cache.load(longer).version())
                .as("what was read is known now")
                .isZero();

        cache.advance(longer, 1, List.of(new Noted("lost too")));
        cache.markBehind(List.of(longer));
        assertThat(cache.load(List.of(longer)).get(longer).payloads()).containsExactly(new Noted("t"), new Noted("t"));
        assertThat(cache.load(longer).payloads()).containsExactly(new Noted("t"), new Noted("t"));
    }

    @Test
    void a_cache_with_no_room_still_answers() {
        String stream = stream();
        append(stream, 0);
        StreamCache cache = new StreamCache(engine, 0);
        for (int i = 0; i < 3; i++)
            assertThat(cache.load(List.of(stream, "absent-1")))
                    .hasSize(2)
                    .extractingByKey(stream)
                    .extracting(CachedStream::version)
                    .isEqualTo(0L);
    }

    @Test
    void the_streams_used_last_stay_however_often_another_was_used_before() {
        StreamCache cache = new StreamCache(engine, 6);
        String often = stream();
        append(often, 0);
        for (int i = 0; i < 20; i++) cache.load(often);
        List<String> last = List.of(stream(), stream(), stream());
        for (String stream : last) {
            append(stream, 0);
            cache.advance(stream, 0, List.of(new Noted("here")));
        }
        for (String stream : last.reversed())
            assertThat(cache.load(stream).payloads()).as(stream).containsExactly(new Noted("here"));
        assertThat(cache.load(often).payloads()).containsExactly(new Noted("t"));
        assertThat(cache.load(last.getLast()).payloads())
                .as("what was used longest ago made room, and is read again")
                .containsExactly(new Noted("t"));
    }

    @Test
    void a_stream_that_grows_takes_more_room_and_one_that_is_forgotten_gives_it_back() {
        StreamCache cache = new StreamCache(engine, 6);
        List<String> streams = List.of(stream(), stream());
        for (String stream : streams) {
            append(stream, 0);
            cache.advance(stream, 0, List.of(new Noted("here")));
        }
        cache.evict(List.of(streams.getFirst()));
        for (int version = 1; version <= 4; version++)
            cache.advance(streams.getLast(), version, List.of(new Noted("here " + version)));
        assertThat(cache.load(streams.getLast()).payloads())
                .as("five events and itself: as much as there is room for")
                .hasSize(5);
        append(streams.getLast(), 1);
        cache.advance(streams.getLast(), 5, List.of(new Noted("one too many")));
        assertThat(cache.load(streams.getLast()).payloads()).hasSize(2);
    }

    private static void append(String stream, long version) {
        assertThat(writer.append(Append.of(List.of(
                        new NewEvent(UUID.randomUUID(), stream, version, "noted", "1", "{\"text\":\"t\"}", "{}")))))
                .isInstanceOf(Appended.class);
    }

    private static String stream() {
        return "note-" + UUID.randomUUID();
    }
}
