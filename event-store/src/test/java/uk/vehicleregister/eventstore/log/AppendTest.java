package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.vehicleregister.eventstore.log.Appends.confirming;
import static uk.vehicleregister.eventstore.log.Appends.event;
import static uk.vehicleregister.eventstore.log.Appends.reading;
import static uk.vehicleregister.eventstore.log.Appends.to;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendOutcome.Stale;

/// What an append of one caller does.
class AppendTest {

    private static TestDatabase database;
    private static EventLogWriter writer;
    private static EventLogReader reader;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.command());
    }

    @AfterAll
    static void close() {
        writer.close();
        database.close();
    }

    @Test
    void a_command_of_several_events_over_several_streams_is_all_or_nothing() {
        writer.append(to("b", 0));
        long before = reader.lastPosition();

        Append spanning = Append.of(List.of(event("a", 0), event("b", 0), event("c", 0), event("a", 1)));
        assertThat(writer.append(spanning)).isEqualTo(new Stale(Set.of("b")));
        assertThat(reader.lastPosition()).isEqualTo(before);

        Append right = Append.of(List.of(event("a", 0), event("b", 1), event("c", 0), event("a", 1)));
        assertThat(writer.append(right)).isInstanceOfSatisfying(Appended.class, appended -> {
            assertThat(appended.position()).isEqualTo(before + 4);
            assertThat(reader.transactionEndingAt(appended.position()))
                    .extracting(RecordedEvent::stream)
                    .containsExactly("a", "b", "c", "a");
        });
    }

    @Test
    void a_stream_read_but_not_written_that_moved_meanwhile_refuses_the_append() {
        writer.append(to("authority", 0));
        assertThat(writer.append(reading(to("d", 0), "authority", 0))).isInstanceOf(Appended.class);

        writer.append(to("authority", 1));
        assertThat(writer.append(reading(to("d", 1), "authority", 0))).isEqualTo(new Stale(Set.of("authority")));
        assertThat(reader.versions(List.of("d"))).containsEntry("d", 0L);
    }

    @Test
    void an_append_without_events_confirms_what_was_read() {
        Appended last = (Appended) writer.append(to("e", 0));

        assertThat(writer.append(confirming(Map.of("e", 0L, "absent", -1L))))
                .isInstanceOfSatisfying(
                        Appended.class,
                        confirmed -> assertThat(confirmed.position()).isEqualTo(last.position()));
        assertThat(writer.append(confirming(Map.of("e", -1L, "absent", 0L))))
                .isEqualTo(new Stale(Set.of("e", "absent")));
    }

    @Test
    void a_version_that_leaves_a_gap_is_refused() {
        assertThat(writer.append(to("gap", 3))).isEqualTo(new Stale(Set.of("gap")));
        assertThatThrownBy(() -> Append.of(List.of(event("gap", 0), event("gap", 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_text_is_kept_exactly_as_it_was() {
        String text = "{ \"b\" : 1.10,\n\t\"a\":\"é€🚗\" , \"b\":2}";
        Appended appended = (Appended) writer.append(Append.of(List.of(event("text", 0, text))));
        RecordedEvent recorded = reader.stream("text", 0).getFirst();
        assertThat(recorded.payload()).isEqualTo(text);
        assertThat(recorded.recordedAt()).isEqualTo(appended.recordedAt());
    }

    @Test
    void what_is_no_json_is_rejected_without_quoting_it() {
        assertThatThrownBy(() -> writer.append(Append.of(List.of(event("bad", 0, "{\"secret")))))
                .isInstanceOf(AppendRejectedException.class)
                .hasMessageContaining("json")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> writer.append(Append.of(List.of(event("bad", 0, "{\"nul\":\"\0\"}")))))
                .isInstanceOf(AppendRejectedException.class);
        assertThat(reader.stream("bad", 0)).isEmpty();
    }

    @Test
    void a_page_ends_with_a_transaction_even_if_that_is_longer_than_asked_for() {
        Appended end = (Appended) writer.append(Appends.several("long", 0, 25));
        assertThat(reader.after(end.position() - 25, 10)).hasSize(25);
        writer.append(to("short", 0));
        assertThat(reader.after(end.position() - 25, 26)).hasSize(26);
        assertThat(reader.after(end.position() - 25, 25)).hasSize(25);
    }

    @Test
    void recorded_times_do_not_fall_even_if_the_clock_does() {
        writer.append(to("clock", 0));
        database.rows("""
                insert into log.event
                select position + 1, 1, recorded_at + interval '1 hour', gen_random_uuid(), true, 'clock', 'Noted', '1', '{}', '{}'
                  from log.event order by position desc limit 1 returning position""");
        RecordedEvent ahead = reader.stream("clock", 1).getFirst();
        assertThat(writer.append(to("clock", 2))).isEqualTo(new Appended(ahead.position() + 1, ahead.recordedAt()));
    }

    @Test
    void names_of_streams_and_counters_do_not_get_into_logs() {
        Attempt attempt =
                new Attempt("AB12CDE", new AttemptRule(1, Duration.ofHours(1), Duration.ZERO), Attempt.Effect.COUNT);
        Append append = Appends.with(to("mark-AB12CDE", 0), attempt);
        assertThat(append.toString()
                        + append.attempts()
                        + append.events()
                        + new Stale(Set.of("AB12CDE"))
                        + new AppendOutcome.Blocked("AB12CDE", Duration.ZERO))
                .doesNotContain("AB12CDE");
        writer.append(append);
        assertThat(reader.stream("mark-AB12CDE", 0).toString()).doesNotContain("AB12CDE");
    }
}
