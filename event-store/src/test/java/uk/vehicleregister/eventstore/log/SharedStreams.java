package uk.vehicleregister.eventstore.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A load of appends by many threads to few streams: each reads versions, appends to two streams, and tries again when
/// another was quicker.
final class SharedStreams {

    static final int EVENTS = 3;
    private static final int STREAMS = 20;

    private final EventLogWriter writer;
    private final EventLogReader reader;

    SharedStreams(EventLogWriter writer, EventLogReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /// Runs until every thread has had its number of appends acknowledged; each is handed to `acknowledged`.
    void run(int threads, int appends, Consumer<Append> acknowledged) throws InterruptedException {
        List<Thread> running = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (int n = 0; n < appends; n++) acknowledged.accept(appendOnce());
                }))
                .toList();
        for (Thread thread : running) thread.join();
    }

    private Append appendOnce() {
        RandomGenerator random = ThreadLocalRandom.current();
        while (true) {
            Set<String> names = new TreeSet<>();
            while (names.size() < 2) names.add("shared-" + random.nextInt(STREAMS));
            Map<String, Long> versions = reader.versions(names);
            List<String> both = List.copyOf(names);
            long first = versions.get(both.get(0)) + 1;
            long second = versions.get(both.get(1)) + 1;
            Append append = Append.of(List.of(
                    Appends.event(both.get(0), first),
                    Appends.event(both.get(1), second),
                    Appends.event(both.get(0), first + 1)));
            if (writer.append(append) instanceof AppendOutcome.Appended) return append;
        }
    }
}
