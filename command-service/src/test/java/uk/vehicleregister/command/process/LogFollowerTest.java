package uk.vehicleregister.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentSettled;

class LogFollowerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final UUID TRANSACTION = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.fresh();
    private final EventLogReader log = new EventLogReader(database.command());
    private final EventLogWriter writer = new EventLogWriter(database.command());
    private LogFollower follower;

    @AfterEach
    void close() {
        if (follower != null) follower.stop();
        writer.close();
        database.close();
    }

    /// Remembers what it was told, and how much of it at its first work.
    private static class Remembering implements Process {

        final List<RecordedFact> told = new CopyOnWriteArrayList<>();
        final AtomicInteger toldAtFirstWork = new AtomicInteger(-1);
        final AtomicInteger worked = new AtomicInteger();

        @Override
        public Set<Class<? extends Fact>> facts() {
            return Set.of(PaymentSettled.class);
        }

        @Override
        public void on(RecordedFact fact) {
            told.add(fact);
        }

        @Override
        public void work() {
            toldAtFirstWork.compareAndSet(-1, told.size());
            worked.incrementAndGet();
        }

        List<String> payments() {
            return told.stream()
                    .map(fact -> ((PaymentSettled) fact.fact()).paymentId())
                    .toList();
        }
    }

    @Test
    void a_process_is_told_its_facts_from_the_first_on_and_then_as_they_come_and_works_when_it_knows_them() {
        for (int i = 0; i < 1_200; i++) append(i % 2 == 0 ? settled(i) : declined(i));
        Remembering process = follow(new Remembering());
        await().until(() -> process.worked.get() > 2);
        assertThat(process.toldAtFirstWork).hasValue(600);

        append(declined(1_200), settled(1_201));
        await().until(() -> process.told.size() == 601);
        assertThat(process.told.getLast().position()).isEqualTo(1_201);
        assertThat(process.told.getLast().transactionId()).isEqualTo(TRANSACTION);
        assertThat(process.payments()).doesNotHaveDuplicates().first().isEqualTo("p0");
    }

    @Test
    void an_outage_of_the_database_is_ridden_out() {
        Remembering process = follow(new Remembering());
        append(settled(1));
        await().until(() -> process.told.size() == 1);
        TestDatabase.stopServer();
        int worked = process.worked.get();
        await().until(() -> process.worked.get() > worked + 20);
        TestDatabase.startServer();
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> {
            append(settled(2));
            return true;
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> process.payments().equals(List.of("p1", "p2")));
    }

    @Test
    void a_fault_of_a_process_is_its_own_and_it_is_told_again_and_works_again() {
        AtomicInteger faults = new AtomicInteger(4);
        Remembering faulty = new Remembering() {
            @Override
            public void on(RecordedFact fact) {
                if (faults.getAndDecrement() > 2) throw new IllegalStateException("on");
                super.on(fact);
            }

            @Override
            public void work() {
                super.work();
                throw new IllegalStateException("work");
            }
        };
        append(settled(1));
        Remembering healthy = follow(faulty, new Remembering());
        await().until(() -> faulty.worked.get() > 2 && healthy.worked.get() > 2);
        assertThat(faulty.payments()).containsExactly("p1");
        assertThat(healthy.payments()).contains("p1");
    }

    @Test
    void a_process_that_works_for_long_holds_up_nobody_and_the_end_comes_all_the_same() {
        CountDownLatch never = new CountDownLatch(1);
        Remembering slow = new Remembering() {
            @Override
            public void work() {
                super.work();
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        Remembering quick = follow(slow, new Remembering());
        await().until(() -> slow.worked.get() == 1 && quick.worked.get() > 5);
        append(settled(1));
        await().until(() -> quick.told.size() == 1 && slow.told.size() == 1);
        follower.stop();
        assertThat(follower.isRunning()).isFalse();
        int worked = quick.worked.get();
        append(settled(2));
        assertThat(quick.told).hasSize(1);
        assertThat(quick.worked).hasValue(worked);
    }

    @Test
    void it_starts_last_and_without_processes_it_does_not_start() {
        follower = new LogFollower(log, List.of(), Duration.ofMillis(20));
        follower.start();
        assertThat(follower.isRunning()).isFalse();
        assertThat(follower.getPhase()).isEqualTo(Integer.MAX_VALUE);
    }

    /// The last of them.
    private Remembering follow(Remembering... processes) {
        follower = new LogFollower(log, List.of(processes), Duration.ofMillis(20));
        follower.start();
        return processes[processes.length - 1];
    }

    private static NewEvent settled(int number) {
        return event(new PaymentSettled("p" + number, DAY));
    }

    private static NewEvent declined(int number) {
        return event(new PaymentDeclined("p" + number, DAY));
    }

    private static NewEvent event(Fact fact) {
        return new NewEvent(
                UUID.randomUUID(),
                fact.stream(),
                0,
                EventCatalogue.nameOf(fact.getClass()),
                "1",
                EventJson.write(fact),
                "{\"transactionId\":\"" + TRANSACTION + "\",\"role\":\"citizen\",\"actor\":\"a\"}");
    }

    private void append(NewEvent... events) {
        writer.append(Append.of(List.of(events)));
    }
}
