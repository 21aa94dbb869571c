package uk.vehicleregister.eventstore.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells which streams other processes have written to between two appends of this one, soon after the second. It is
/// a hint for whoever remembers streams: some may be told late, or never, and then the versions that an append expects
/// say so.
public final class OthersAppends implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OthersAppends.class);

    /// Of a longer stretch, as after an idle night, the last so many positions are looked at.
    private static final long MOST = 10_000;

    /// `offset 0` keeps the planner from joining the stretches to the whole log.
    private static final String WRITTEN = """
            select e.stream, max(e.version)
              from unnest(?, ?) stretch(after, upto)
             cross join lateral (
                   select stream, version from log.event
                    where position > stretch.after and position <= stretch.upto offset 0) e
             group by e.stream""";

    /// Positions after the one, up to and with the other.
    private record Stretch(long after, long upTo) {}

    private final Database database;
    private final List<BiConsumer<String, Long>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Stretch> stretches = new LinkedBlockingQueue<>(1_000);
    private final Thread thread = new Thread(this::run, "others-appends");

    /// For the writer's thread only.
    private long last = EventLogReader.BEFORE_FIRST;

    public OthersAppends(DataSource dataSource) {
        database = new Database(dataSource);
        thread.setDaemon(true);
        thread.start();
    }

    /// Calls the listener with a stream and its last version then.
    public void listen(BiConsumer<String, Long> listener) {
        listeners.add(listener);
    }

    /// This process has appended what stands between these positions.
    void appended(long after, long upTo) {
        if (after > last) stretches.offer(new Stretch(Math.max(last, after - MOST), after));
        last = Math.max(last, upTo);
    }

    private void run() {
        try {
            while (true) {
                List<Stretch> looked = new ArrayList<>(List.of(stretches.take()));
                stretches.drainTo(looked);
                look(looked);
            }
        } catch (InterruptedException closed) {
            // nobody is told any more
        }
    }

    private void look(List<Stretch> looked) {
        try {
            written(looked).forEach((stream, version) -> listeners.forEach(told -> told.accept(stream, version)));
        } catch (RuntimeException e) {
            LOG.debug("Nobody was told what other processes appended", e);
        }
    }

    private Map<String, Long> written(List<Stretch> looked) {
        return database.query(
                WRITTEN,
                statement -> {
                    ArrayBinder to = new ArrayBinder(statement);
                    to.array("int8", looked.stream().mapToLong(Stretch::after).toArray());
                    to.array("int8", looked.stream().mapToLong(Stretch::upTo).toArray());
                },
                row -> {
                    Map<String, Long> written = new HashMap<>();
                    while (row.next()) written.put(row.getString(1), row.getLong(2));
                    return written;
                });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
