package uk.vehicleregister.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.Appends;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.vault.Opened.Erased;
import uk.vehicleregister.eventstore.vault.Opened.Plain;

/// Backups come to forget (design.md 5).
class RewrappingTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration LATER = Duration.ofDays(1);

    @TempDir
    Path directory;

    private TestDatabase database;
    private EventLogWriter writer;
    private LocalKeys keys;
    private Vault vault;
    private Rewrapping rewrapping;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        keys = LocalKeys.open(directory.resolve("keys"), true);
        vault = new Vault(database.command(), keys.keyService());
        rewrapping = new Rewrapping(database.eraser(), keys.keyService());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void what_is_sealed_is_read_as_before_here_and_in_services_that_were_running() {
        Vault running = new Vault(
                database.query(),
                LocalKeys.open(directory.resolve("keys"), false).keyService());
        String sealed = stored(vault.newKey()).seal("there");
        assertThat(running.open(sealed)).isEqualTo(new Plain("there"));

        assertThat(rewrapping.turn(NOW, NOW)).isEqualTo(new Rewrapping.Turn(true, 1, 1, true));

        assertThat(vault.open(sealed)).isEqualTo(new Plain("there"));
        assertThat(running.open(sealed)).isEqualTo(new Plain("there"));
        assertThat(fresh().open(sealed)).isEqualTo(new Plain("there"));
        assertThat(database.rows("select count(*) from log.intermediate_key")).containsExactly("1");
    }

    @Test
    void a_backup_of_before_opens_with_nothing_that_is_left() {
        DataKey key = stored(vault.newKey());
        byte[] oldIntermediate = HexFormat.of()
                .parseHex(database.rows("select encode(wrapped, 'hex') from log.intermediate_key")
                        .getFirst());
        assertThat(keys.keyService().unwrap(oldIntermediate)).hasSize(32);

        new KeyEraser(database.eraser(), keys.erasures()).erase(List.of(key.id()));
        rewrapping.turn(NOW, NOW);

        KeyService now = LocalKeys.open(directory.resolve("keys"), false).keyService();
        assertThatThrownBy(() -> now.unwrap(oldIntermediate)).isInstanceOf(UnreadableKeyException.class);
        assertThatThrownBy(() -> keys.keyService().unwrap(oldIntermediate)).isInstanceOf(UnreadableKeyException.class);
    }

    @Test
    void the_erased_stay_erased_and_their_tombstones_name_a_key_that_is_gone() {
        DataKey erased = stored(vault.newKey());
        String text = erased.seal("gone");
        assertThat(new KeyEraser(database.eraser(), keys.erasures()).erase(List.of(erased.id())))
                .isEqualTo(1);
        assertThat(rewrapping.turn(NOW, NOW)).isEqualTo(new Rewrapping.Turn(true, 0, 1, true));
        assertThat(vault.open(text)).isEqualTo(new Erased());
    }

    @Test
    void before_its_time_nothing_is_begun_and_before_it_has_settled_nothing_is_destroyed() {
        String sealed = stored(vault.newKey()).seal("there");
        assertThat(rewrapping.turn(LATER, NOW)).isEqualTo(new Rewrapping.Turn(false, 0, 0, true));

        assertThat(rewrapping.turn(NOW, LATER)).isEqualTo(new Rewrapping.Turn(true, 1, 0, false));
        assertThat(database.rows("select count(*) from log.intermediate_key")).containsExactly("2");
        assertThat(fresh().open(sealed)).isEqualTo(new Plain("there"));

        String late = stored(vault.newKey()).seal("by a service that knew of no new one yet");
        assertThat(rewrapping.turn(LATER, NOW)).isEqualTo(new Rewrapping.Turn(false, 1, 1, true));
        assertThat(fresh().open(late)).isInstanceOf(Plain.class);
    }

    @Test
    void many_keys_are_wrapped_anew_page_by_page() {
        List<String> sealed = java.util.stream.IntStream.range(0, 1_201)
                .mapToObj(i -> stored(vault.newKey()).seal("text " + i))
                .toList();
        assertThat(rewrapping.turn(NOW, NOW).rewrapped()).isEqualTo(1_201);
        assertThat(fresh().openAll(sealed).values()).allMatch(Plain.class::isInstance);
    }

    @Test
    void a_key_that_is_in_use_or_the_youngest_is_not_destroyed() throws SQLException {
        stored(vault.newKey());
        assertThat(asked("retire", 1)).as("the youngest").isFalse();
        assertThat(asked("destroy", 1)).as("the youngest").isFalse();
        rewrapping.turn(NOW, LATER);
        assertThat(asked("destroy", 1))
                .as("not retired: an append may bring a data key under it")
                .isFalse();
        stored(vault.newKey());
        assertThat(database.rows("select count(*) from log.data_key where intermediate_id = 1"))
                .as("the vault keeps the one in use for a minute")
                .containsExactly("1");
        assertThat(asked("retire", 1)).isTrue();
        assertThat(asked("destroy", 1)).as("in use").isFalse();
    }

    @Test
    void the_look_through_all_data_keys_holds_up_no_append() throws SQLException {
        stored(vault.newKey());
        rewrapping.turn(NOW, LATER);
        assertThat(asked("retire", 1)).isTrue();
        try (Connection appending = database.owner().getConnection();
                Statement hold = appending.createStatement()) {
            appending.setAutoCommit(false);
            hold.execute("select from log.log_lock for update");
            assertThat(asked("destroy", 1)).isTrue();
            appending.rollback();
        }
    }

    @Test
    void a_data_key_under_one_that_is_retired_or_gone_is_refused_with_its_append_and_may_be_sent_again()
            throws SQLException {
        WrappedKey wrapped = vault.wrap(vault.newKey());
        rewrapping.turn(NOW, LATER);
        assertThat(asked("retire", 1)).isTrue();
        assertThatThrownBy(() -> append(wrapped)).isInstanceOf(LogUnavailableException.class);
        assertThat(asked("destroy", 1)).isTrue();
        assertThatThrownBy(() -> append(wrapped)).isInstanceOf(LogUnavailableException.class);
        assertThat(database.rows("select count(*) from log.event")).containsExactly("0");
        stored(fresh().newKey(), fresh());
    }

    @Test
    void who_read_a_row_just_before_it_was_wrapped_anew_reads_it_once_more() {
        String sealed = stored(vault.newKey()).seal("there");
        Vault reader = new Vault(
                beforeSecondConnection(database.query(), () -> rewrapping.turn(NOW, NOW)),
                LocalKeys.open(directory.resolve("keys"), false).keyService());

        assertThat(reader.open(sealed)).isEqualTo(new Plain("there"));
        assertThat(database.rows("select min(id) from log.intermediate_key")).containsExactly("2");
    }

    private static DataSource beforeSecondConnection(DataSource source, Runnable event) {
        AtomicInteger asked = new AtomicInteger();
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, with) -> {
                    if (asked.incrementAndGet() == 2) event.run();
                    return method.invoke(source, with);
                });
    }

    @Test
    void whoever_changes_several_keys_takes_them_in_the_order_of_their_ids() throws Exception {
        List<UUID> ids = Stream.of(stored(vault.newKey()), stored(vault.newKey()))
                .map(DataKey::id)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        KeyEraser eraser = new KeyEraser(database.eraser(), keys.erasures());

        assertThat(isLastFreeWhileFirstIsHeld(ids, () -> rewrap(ids.reversed())))
                .isTrue();
        assertThat(isLastFreeWhileFirstIsHeld(ids, () -> eraser.destroy(ids.reversed())))
                .isTrue();
    }

    private void rewrap(List<UUID> ids) {
        try (Connection connection = database.eraser().getConnection();
                PreparedStatement rewrap =
                        connection.prepareStatement("select log.rewrap_data_keys(?, '{1,1}', 1, '{a,b}')")) {
            rewrap.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            rewrap.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isLastFreeWhileFirstIsHeld(List<UUID> ids, Runnable change) throws Exception {
        try (Connection holder = database.owner().getConnection();
                Statement hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("select from log.data_key where key_id = '" + ids.getFirst() + "' for update");
            Thread changing = Thread.ofVirtual().start(change);
            await().until(() -> !database.rows("select 1 from pg_stat_activity where wait_event_type = 'Lock'")
                    .isEmpty());
            boolean free = !database.rows(
                            "select 1 from log.data_key where key_id = '" + ids.getLast() + "' for update skip locked")
                    .isEmpty();
            holder.rollback();
            changing.join();
            return free;
        }
    }

    private boolean asked(String verb, int id) throws SQLException {
        try (Connection connection = database.eraser().getConnection();
                PreparedStatement ask =
                        connection.prepareStatement("select log." + verb + "_intermediate_key(" + id + ")");
                var row = ask.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /// As after a restart.
    private Vault fresh() {
        return new Vault(
                database.command(),
                LocalKeys.open(directory.resolve("keys"), false).keyService());
    }

    private DataKey stored(DataKey key) {
        return stored(key, vault);
    }

    private DataKey stored(DataKey key, Vault by) {
        append(by.wrap(key));
        return key;
    }

    private void append(WrappedKey key) {
        writer.append(new Append(
                List.of(Appends.event(UUID.randomUUID().toString(), 0)), Map.of(), null, List.of(key), List.of()));
    }
}
