package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.vehicleregister.eventstore.TestDatabase;

/// Many callers' streams in few statements.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamReadsTest {

    private interface Before {
        void connecting(int number) throws SQLException;
    }

    private static TestDatabase database;
    private static EventLogWriter writer;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
    }

    @AfterAll
    static void close() {
        writer.close();
        database.close();
    }

    @Test
    void who_waits_while_a_statement_is_under_way_is_read_with_all_who_wait() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger statements = new AtomicInteger();
        StreamReads reads = reads(1, number -> {
            statements.set(number);
            begun.countDown();
            await(gate);
        });
        List<String> streams = new ArrayList<>();
        for (int i = 0; i < 20; i++) streams.add(streamOf(i));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<RecordedEvent>> first = callers.submit(() -> reads.read(streams.getFirst(), -1));
            begun.await();
            List<Thread> threads = new ArrayList<>();
            List<Future<List<RecordedEvent>>> others = new ArrayList<>();
            for (String stream : streams)
                others.add(callers.submit(() -> {
                    synchronized (threads) {
                        threads.add(Thread.currentThread());
                    }
                    return reads.read(stream, -1);
                }));
            untilAllWait(threads, streams.size());
            gate.countDown();
            assertThat(first.get()).isEmpty();
            for (int i = 0; i < streams.size(); i++)
                assertThat(others.get(i).get()).hasSize(i).allMatch(event -> streams.contains(event.stream()));
            assertThat(statements).hasValue(2);
        }
    }

    @Test
    void each_who_asks_for_the_same_stream_is_answered_with_what_follows_its_own_version() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        StreamReads reads = reads(1, number -> {
            begun.countDown();
            await(gate);
        });
        String stream = streamOf(5);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<RecordedEvent>> first = callers.submit(() -> reads.read(stream, 3));
            begun.await();
            List<Thread> threads = new ArrayList<>();
            List<Future<List<RecordedEvent>>> others = new ArrayList<>();
            for (long version : List.of(2L, -1L, 4L))
                others.add(callers.submit(() -> {
                    synchronized (threads) {
                        threads.add(Thread.currentThread());
                    }
                    return reads.read(stream, version);
                }));
            untilAllWait(threads, others.size());
            gate.countDown();
            assertThat(first.get()).extracting(RecordedEvent::version).containsExactly(4L);
            assertThat(others.get(0).get()).extracting(RecordedEvent::version).containsExactly(3L, 4L);
            assertThat(others.get(1).get()).extracting(RecordedEvent::version).containsExactly(0L, 1L, 2L, 3L, 4L);
            assertThat(others.get(2).get()).isEmpty();
        }
    }

    @Test
    void what_was_appended_before_the_question_is_in_the_answer_whoever_else_asks() throws Exception {
        StreamReads reads = reads(2, _ -> {});
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++)
                all.add(callers.submit(() -> {
                    String stream = "note-" + UUID.randomUUID();
                    for (int version = 0; version < 40; version++) {
                        writer.append(Append.of(List.of(Appends.event(stream, version))));
                        List<RecordedEvent> read = reads.read(stream, -1);
                        if (read.size() != version + 1 || read.getLast().version() != version) return false;
                    }
                    return true;
                }));
            for (Future<Boolean> one : all) assertThat(one.get()).isTrue();
        }
    }

    @Test
    void all_who_were_read_together_are_told_of_an_outage_and_it_passes() throws Exception {
        StreamReads reads = reads(1, number -> {
            if (number <= 2) throw new SQLException("the database is away");
        });
        for (int i = 0; i < 2; i++)
            assertThatThrownBy(() -> reads.read("note-1", -1)).isInstanceOf(LogUnavailableException.class);
        assertThat(reads.read("note-" + UUID.randomUUID(), -1)).isEmpty();
    }

    private static void untilAllWait(List<Thread> threads, int count) throws InterruptedException {
        while (true) {
            synchronized (threads) {
                if (threads.size() == count
                        && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) return;
            }
            Thread.sleep(1);
        }
    }

    /// With so many events.
    private static String streamOf(int events) {
        String stream = "note-" + UUID.randomUUID();
        List<NewEvent> recorded = new ArrayList<>();
        for (int version = 0; version < events; version++) recorded.add(Appends.event(stream, version));
        if (events > 0) writer.append(Append.of(recorded));
        return stream;
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A reader of a data source that says when it is asked for a connection, counting from 1.
    private static StreamReads reads(int most, Before before) {
        AtomicInteger connections = new AtomicInteger();
        DataSource source = (DataSource) Proxy.newProxyInstance(
                StreamReadsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (method.getReturnType() == Connection.class) before.connecting(connections.incrementAndGet());
                    try {
                        return method.invoke(database.command(), arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        return new StreamReads(new EventLogReader(source), most);
    }
}
