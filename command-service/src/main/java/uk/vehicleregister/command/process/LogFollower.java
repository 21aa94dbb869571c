package uk.vehicleregister.command.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.log.TypedPage;
import uk.vehicleregister.kernel.event.EventCatalogue;

/// Tells the processes what is in the log, from its beginning, page by page, and then what is added. One thread
/// reads; each process works in a thread of its own, so that a slow one holds up neither the others nor any
/// command. It starts after the web server and stops before it.
final class LogFollower implements SmartLifecycle {

    private static final int PAGE = 500;

    /// Nothing that processes do is in a greater hurry.
    private static final Duration POLL = Duration.ofMillis(250);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventLogReader log;
    private final List<Process> processes;
    private final Duration tick;
    private final List<String> types;
    private @Nullable Run run;

    /// Up to here all is told, in this run or the one before.
    private volatile long read = EventLogReader.BEFORE_FIRST;

    LogFollower(EventLogReader log, List<Process> processes, Duration tick) {
        this.log = log;
        this.processes = List.copyOf(processes);
        this.tick = tick;
        this.types = processes.stream()
                .flatMap(process -> process.facts().stream())
                .map(EventCatalogue::nameOf)
                .distinct()
                .toList();
    }

    @Override
    public synchronized void start() {
        if (run != null || processes.isEmpty()) return;
        run = new Run();
        run.reader.start();
    }

    @Override
    public synchronized void stop() {
        if (run != null) run.end();
        run = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    long position() {
        return read;
    }

    /// From a start to a stop.
    private final class Run {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(
                processes.size(),
                Thread.ofPlatform().daemon().name("process-", 1).factory());
        private final Thread reader =
                Thread.ofPlatform().daemon().name("log-follower").unstarted(this::follow);
        private final Ridden reading = new Ridden("following the log");
        private long told = EventLogReader.BEFORE_FIRST;
        private boolean working;

        private void follow() {
            try {
                do {
                    while (reading.out(this::readPage)) {
                        if (ended.getCount() == 0) return;
                    }
                } while (!ended.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException stopped) {
                // the service ends
            }
        }

        /// Whether there may be more to read at once. A page is told whole, or all of it again.
        private boolean readPage() {
            TypedPage page = log.ofTypes(told, types, PAGE);
            page.events().forEach(this::tell);
            boolean more = page.readTo() > told;
            told = page.readTo();
            read = told;
            if (!more && !working) startWork();
            return more;
        }

        private void tell(RecordedEvent event) {
            RecordedFact fact = RecordedFact.of(event);
            for (Process process : processes) {
                if (process.facts().contains(fact.fact().getClass())) process.on(fact);
            }
        }

        private void startWork() {
            working = true;
            for (Process process : processes) {
                Ridden work = new Ridden(process.getClass().getSimpleName());
                Runnable turn = () -> work.out(() -> {
                    process.work();
                    return true;
                });
                workers.scheduleWithFixedDelay(turn, 0, tick.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /// Gives what is under way some time; what is cut off is taken up at the next start.
        private void end() {
            ended.countDown();
            workers.shutdown();
            try {
                if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) workers.shutdownNow();
                reader.join(PATIENCE);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
