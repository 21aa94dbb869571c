package uk.vehicleregister.eventstore.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.vehicleregister.eventstore.log.Appends.to;
import static uk.vehicleregister.eventstore.log.Appends.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;
import uk.vehicleregister.eventstore.log.AppendRejectedException;
import uk.vehicleregister.eventstore.log.Attempt;
import uk.vehicleregister.eventstore.log.AttemptRule;
import uk.vehicleregister.eventstore.log.Door;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.LogTail;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.log.NewReceipt;
import uk.vehicleregister.eventstore.vault.WrappedKey;

/// Who may do what in the log (design.md 2).
class RightsTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        try (EventLogWriter writer = new EventLogWriter(database.command())) {
            writer.append(to("vehicle-1", 0));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void neither_side_can_insert_update_or_delete_what_only_appends_write() {
        for (DataSource login : List.of(database.command(), database.query()))
            for (String table : List.of("event", "receipt", "attempt", "data_key", "log_lock")) {
                assertDenied(login, "insert into log.%s default values".formatted(table));
                assertDenied(login, "delete from log." + table);
                assertDenied(login, "truncate log." + table);
            }
        for (DataSource login : List.of(database.command(), database.query())) {
            assertDenied(login, "update log.event set payload = '{}'");
            assertDenied(login, "update log.data_key set wrapped = null");
            assertDenied(login, "select log.erase_data_key(gen_random_uuid())");
            assertDenied(login, "select log.rewrap_data_keys('{}', '{}', 1, '{}')");
            assertDenied(login, "select log.retire_intermediate_key(1)");
            assertDenied(login, "select log.destroy_intermediate_key(1)");
            assertDenied(login, "delete from log.intermediate_key");
            assertDenied(login, "select log.blocked_for('x', 1, '1 s', '1 s', now())");
            assertDenied(login, "create table log.mine (n integer)");
        }
        assertDenied(database.query(), "select * from log.receipt");
        assertDenied(database.query(), "select * from log.attempt");
    }

    @Test
    void whoever_destroys_keys_reads_no_event_and_writes_none() {
        assertDenied(database.eraser(), "select * from log.event");
        assertDenied(database.eraser(), "insert into log.event default values");
        assertDenied(database.eraser(), "update log.data_key set wrapped = null");
        assertDenied(database.eraser(), "delete from log.data_key");
        assertDenied(database.eraser(), "delete from log.intermediate_key");
    }

    @Test
    void not_even_the_owner_changes_an_event() {
        assertDenied(database.owner(), "update log.event set payload = '{}'");
        assertDenied(database.owner(), "delete from log.event");
        assertDenied(database.owner(), "truncate log.event");
        assertThat(database.rows("select payload from log.event where stream = 'vehicle-1'"))
                .containsExactly("{\"n\":0}");
    }

    @Test
    void only_the_sealer_keeps_tiles_and_checkpoints() throws SQLException {
        String tile = "insert into log.tile values (0, 0, decode(repeat('01', 64), 'hex'))";
        String checkpoint = "insert into log.checkpoint values (2, decode(repeat('02', 32), 'hex'), 'note', 'key')";
        for (DataSource login : List.of(database.command(), database.query())) {
            assertDenied(login, tile);
            assertDenied(login, checkpoint);
            assertDenied(login, "update log.tile set hashes = hashes");
        }
        assertDenied(database.command(), "select * from log.checkpoint");
        execute(database.sealer(), tile);
        execute(database.sealer(), checkpoint);
        execute(database.query(), "select * from log.tile, log.checkpoint");
        for (String sql :
                List.of("delete from log.tile", "delete from log.checkpoint", "update log.checkpoint set size = 1")) {
            assertDenied(database.sealer(), sql);
            assertDenied(database.owner(), sql);
        }
        assertDenied(database.sealer(), "insert into log.event default values");
    }

    @Test
    void a_tile_goes_on_and_never_changes() throws SQLException {
        execute(database.sealer(), "insert into log.tile values (1, 7, decode(repeat('01', 32), 'hex'))");
        execute(database.sealer(), "update log.tile set hashes = hashes || hashes where level = 1");
        for (DataSource login : List.of(database.sealer(), database.owner()))
            for (String hashes : List.of("'01', 32", "'02', 96"))
                assertThatThrownBy(() -> execute(
                                login,
                                "update log.tile set hashes = decode(repeat(%s), 'hex') where level = 1"
                                        .formatted(hashes)))
                        .hasMessageContaining("never changes");
    }

    @Test
    void the_query_side_itself_appends_nothing() {
        try (EventLogWriter writer = new EventLogWriter(database.query())) {
            for (String stream : List.of("disclosure-1", "enquiry-1", "attempt-1", "vehicle-2"))
                assertThatThrownBy(() -> writer.append(to(stream, 0))).isInstanceOf(AppendRejectedException.class);
        }
    }

    @Test
    void whoever_records_who_looked_appends_that_and_wrong_tries_only() {
        AttemptRule rule = new AttemptRule(3, Duration.ofHours(1), Duration.ofMinutes(10));
        try (EventLogWriter writer = discloser(Door.DISCLOSURES)) {
            assertThat(writer.append(Append.of(List.of(look("disclosure-1"))))).isInstanceOf(Appended.class);
            assertThat(writer.append(with(
                            Append.of(List.of(event("attempt-1", "AttemptRefused"))),
                            new Attempt("mark:AB19CDE", rule, Attempt.Effect.COUNT),
                            new Attempt("client:1", rule, Attempt.Effect.COUNT))))
                    .isInstanceOf(Appended.class);

            for (NewEvent forged : List.of(
                    look("vehicle-2"),
                    look("disclosures"),
                    look("attempt-2"),
                    event("disclosure-2", "KeeperChanged"),
                    event("disclosure-2", "AttemptRefused"))) assertRejected(writer, Append.of(List.of(forged)));
            Append look = Append.of(List.of(look("disclosure-2")));
            assertRejected(writer, with(look, new Attempt("other:1", rule, Attempt.Effect.CLEAR)));
            assertRejected(writer, with(look, new NewReceipt(new byte[16], new byte[16], "DONE")));
            assertRejected(
                    writer,
                    new Append(
                            look.events(),
                            Map.of(),
                            null,
                            List.of(new WrappedKey(UUID.randomUUID(), 1, new byte[1])),
                            List.of()));
        }
        assertThat(new EventLogReader(database.query())
                        .streams(List.of("vehicle-2", "disclosure-2"))
                        .values())
                .allMatch(List::isEmpty);
    }

    @Test
    void whoever_records_who_looked_has_no_other_door_and_reads_nothing_of_the_events() throws SQLException {
        try (EventLogWriter writer = discloser(Door.COMMANDS)) {
            assertRejected(writer, Append.of(List.of(look("disclosure-3"))));
        }
        for (String sql : List.of(
                "select payload from log.event",
                "select metadata from log.event",
                "select * from log.data_key",
                "insert into log.event default values",
                "delete from log.attempt")) assertDenied(database.discloser(), sql);
        execute(database.discloser(), "select event_id, position, recorded_at from log.event where stream = 'x'");
    }

    private static EventLogWriter discloser(Door door) {
        return new EventLogWriter(database.discloser(), door, new LogTail(new EventLogReader(database.query())));
    }

    private static NewEvent look(String stream) {
        return event(stream, "RecordDisclosed");
    }

    private static NewEvent event(String stream, String type) {
        return new NewEvent(UUID.randomUUID(), stream, 0, type, "1", "{}", "{}");
    }

    private static void assertRejected(EventLogWriter writer, Append append) {
        assertThatThrownBy(() -> writer.append(append)).isInstanceOf(AppendRejectedException.class);
    }

    private static void execute(DataSource login, String sql) throws SQLException {
        try (Connection connection = login.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertDenied(DataSource login, String sql) {
        assertThatThrownBy(() -> execute(login, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        denied -> assertThat(denied.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
}
