package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.eventstore.log.Appends.to;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.AppendOutcome.Appended;

/// The connection, or the whole database, goes away and comes back.
class LostConnectionTest {

    private TestDatabase database;
    private EventLogWriter writer;
    private EventLogReader reader;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.command());
    }

    @AfterEach
    void close() {
        TestDatabase.startServer();
        writer.close();
        database.close();
    }

    @Test
    void connections_cut_under_load_lose_no_acknowledged_append_and_repeat_none() throws Exception {
        Load load = new Load();
        for (int cut = 0; cut < 15; cut++) {
            int reached = load.acknowledged.size() + 50;
            await().atMost(Duration.ofSeconds(20)).until(() -> load.acknowledged.size() >= reached);
            database.rows(
                    "select pg_terminate_backend(pid) from pg_stat_activity where query like '%log.append%' and usename = 'command_service'");
        }
        load.stop();

        assertThat(load.faults).isEmpty();
        assertThat(WholeLog.inOrder(reader))
                .hasSize(load.acknowledged.size())
                .allSatisfy(event -> assertThat(load.acknowledged.get(event.stream()))
                        .isEqualTo(new Appended(event.position(), event.recordedAt())));
    }

    @Test
    void while_the_database_is_away_appends_are_refused_soon_and_afterwards_go_on_by_themselves() throws Exception {
        Load load = new Load();
        await().until(() -> load.acknowledged.size() > 100);
        TestDatabase.stopServer();
        Instant away = Instant.now();
        assertThatThrownBy(() -> writer.append(to("away", 0))).isInstanceOf(LogUnavailableException.class);
        assertThat(Duration.between(away, Instant.now())).isLessThan(Duration.ofSeconds(12));
        assertThatThrownBy(() -> reader.lastPosition()).isInstanceOf(LogUnavailableException.class);
        TestDatabase.startServer();

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(LogUnavailableException.class)
                .untilAsserted(() -> assertThat(writer.append(to("back", 0))).isInstanceOf(Appended.class));
        int before = load.acknowledged.size();
        await().until(() -> load.acknowledged.size() > before + 100);
        load.stop();

        assertThat(load.faults)
                .allMatch(
                        fault -> fault instanceof LogUnavailableException || fault instanceof OutcomeUnknownException);
        List<String> recorded = new ArrayList<>(
                WholeLog.inOrder(reader).stream().map(RecordedEvent::stream).toList());
        assertThat(recorded).containsAll(load.acknowledged.keySet()).doesNotHaveDuplicates();
        assertThat(recorded).doesNotContainAnyElementsOf(load.refused);
    }

    @Test
    void a_database_that_may_only_be_read_is_told_with_its_reason_until_it_takes_events_again() {
        assertThat(writer.trouble()).isEmpty();
        database.readOnly(true);
        assertThatThrownBy(() -> writer.append(to("refused", 0))).isInstanceOf(LogUnavailableException.class);
        assertThat(writer.trouble())
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("25006", "read-only").doesNotContain("refused"));
        database.readOnly(false);
        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptionsInstanceOf(LogUnavailableException.class)
                .untilAsserted(
                        () -> assertThat(writer.append(Append.of(List.of()))).isInstanceOf(Appended.class));
        assertThat(writer.trouble()).as("a confirmation proves too little").isPresent();
        assertThat(writer.append(to("taken", 0))).isInstanceOf(Appended.class);
        assertThat(writer.trouble()).isEmpty();
    }

    @Test
    void a_read_is_not_disturbed_by_connections_that_were_cut_while_the_pool_held_them() throws Exception {
        writer.append(to("kept", 0));
        for (int round = 0; round < 5; round++) {
            List<Connection> held = new ArrayList<>();
            for (int i = 0; i < 4; i++) held.add(database.command().getConnection());
            for (Connection connection : held) connection.close();
            cutReaders();
            assertThat(reader.lastPosition()).isZero();
            assertThat(reader.stream("kept", 0)).hasSize(1);
        }
        for (int round = 0; round < 5; round++) {
            List<Connection> held = new ArrayList<>();
            for (int i = 0; i < 4; i++) held.add(database.command().getConnection());
            for (Connection connection : held) connection.close();
            cutReaders();
            assertThat(reader.asStored(-1, 10)).hasSize(1);
            assertThat(reader.rawAfter(-1, 10)).hasSize(1);
        }
    }

    @Test
    void a_read_that_is_cut_off_in_the_middle_leaves_no_connection_that_others_wait_for() {
        String much = "{\"n\":\"" + "0123456789".repeat(100_000) + "\"}";
        for (int i = 0; i < 40; i++) writer.append(Append.of(List.of(Appends.event("large-" + i, 0, much))));
        AtomicBoolean running = new AtomicBoolean(true);
        Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
        Thread reading = Thread.ofPlatform().daemon().start(() -> {
            while (running.get()) {
                try {
                    sizes.add(reader.asStored(-1, 100).size());
                } catch (LogUnavailableException cutAgain) {
                    sizes.add(0);
                }
            }
        });
        for (int cut = 0; cut < 15; cut++) {
            int before = sizes.size();
            await().atMost(Duration.ofSeconds(20)).until(() -> sizes.size() > before);
            cutReaders();
        }
        int before = sizes.size();
        await().atMost(Duration.ofSeconds(20)).until(() -> sizes.size() > before + 5);
        running.set(false);
        await().until(() -> !reading.isAlive());
        assertThat(sizes).allMatch(size -> size == 0 || size == 40).contains(40);
    }

    private void cutReaders() {
        database.rows("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where usename = 'command_service' and pid <> pg_backend_pid()");
    }

    /// Threads that each append to a new stream, again and again.
    private final class Load {

        private final Map<String, Appended> acknowledged = new ConcurrentHashMap<>();
        private final Queue<String> refused = new ConcurrentLinkedQueue<>();
        private final Queue<RuntimeException> faults = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();

        Load() {
            for (int i = 0; i < 6; i++) {
                String name = "load-" + i + "-";
                threads.add(Thread.ofVirtual().start(() -> {
                    for (int n = 0; running.get(); n++) append(name + n);
                }));
            }
        }

        private void append(String stream) {
            try {
                acknowledged.put(stream, (Appended) writer.append(to(stream, 0)));
            } catch (LogUnavailableException e) {
                refused.add(stream);
                faults.add(e);
            } catch (RuntimeException e) {
                faults.add(e);
            }
        }

        void stop() throws InterruptedException {
            running.set(false);
            for (Thread thread : threads) thread.join();
        }
    }
}
