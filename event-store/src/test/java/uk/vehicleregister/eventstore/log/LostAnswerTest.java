package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.vehicleregister.eventstore.log.Appends.confirming;
import static uk.vehicleregister.eventstore.log.Appends.to;
import static uk.vehicleregister.eventstore.log.Appends.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.LossyDataSource.Loss;

/// The connection breaks while an append is under way; the log itself knows what became of it.
class LostAnswerTest {

    private static final AttemptRule RULE = new AttemptRule(3, Duration.ofHours(1), Duration.ofHours(1));

    private TestDatabase database;
    private LossyDataSource connections;
    private EventLogWriter writer;
    private EventLogReader reader;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        PGSimpleDataSource single = new PGSimpleDataSource();
        single.setUrl(database.url());
        single.setUser(database.commandUser());
        connections = new LossyDataSource(single);
        writer = new EventLogWriter(connections);
        reader = new EventLogReader(database.command());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void an_append_whose_answer_was_lost_is_found_in_the_log_and_not_repeated() {
        connections.lose(Loss.OF_THE_ANSWER);
        Append append = Append.of(List.of(Appends.event("a", 0), Appends.event("b", 0)));
        assertThat(writer.append(append)).isInstanceOfSatisfying(Appended.class, appended -> {
            assertThat(appended.position()).isEqualTo(1);
            assertThat(appended.recordedAt())
                    .isEqualTo(reader.stream("b", 0).getFirst().recordedAt());
        });
        assertThat(WholeLog.inOrder(reader)).hasSize(2);
    }

    @Test
    void an_append_that_never_arrived_is_sent_again() {
        connections.lose(Loss.OF_THE_REQUEST);
        assertThat(writer.append(to("a", 0))).isInstanceOf(Appended.class);
        assertThat(WholeLog.inOrder(reader)).hasSize(1);
    }

    @Test
    void a_remembered_refusal_whose_answer_was_lost_is_found_too() {
        connections.lose(Loss.OF_THE_ANSWER);
        NewReceipt receipt = new NewReceipt(new byte[16], new byte[16], "REFUSED");
        assertThat(writer.append(with(confirming(Map.of("a", -1L)), receipt))).isInstanceOf(Appended.class);
    }

    /// Fails closed: it may have been counted, so it is not counted again, and nobody is told that it was not.
    @Test
    void a_mere_count_whose_answer_was_lost_is_of_unknown_outcome() {
        connections.lose(Loss.OF_THE_ANSWER);
        Append count = with(confirming(Map.of()), new Attempt("guessed", RULE, Attempt.Effect.COUNT));
        assertThatThrownBy(() -> writer.append(count)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(database.rows("select failures from log.attempt")).containsExactly("1");
    }

    /// It might still be committing, and what is read back would then not be the last word.
    @Test
    void the_old_server_process_is_gone_before_anything_is_read_back() {
        String before = writingProcess();
        connections.lose(Loss.OF_THE_ANSWER);
        writer.append(to("a", 0));
        assertThat(database.rows("select 1 from pg_stat_activity where pid = " + before))
                .isEmpty();
    }

    private String writingProcess() {
        writer.append(to("before", 0));
        return database.rows(
                        "select pid from pg_stat_activity where query like '%log.append%' and usename = 'command_service'"
                                + " and datname = '" + database.name() + "'")
                .getFirst();
    }
}
