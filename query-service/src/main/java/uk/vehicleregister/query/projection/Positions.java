package uk.vehicleregister.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each projection has come, read from the tokens, which change in the transaction of the rows. A position is
/// that of the last event taken in; -1 is before the first.
public final class Positions {

    /// Positions only grow, so one read a moment ago is still a true lower bound; it saves a query per enquiry.
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long OLD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /// Another instance may be the one that projects: its commits are seen by looking.
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private record Seen(Map<String, Long> positions, long atNanos) {}

    private final JdbcClient database;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock looking = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition awaited = lock.newCondition();
    private final Map<String, Integer> waiting = new HashMap<>();
    private volatile Seen seen = new Seen(Map.of(), System.nanoTime() - OLD_NANOS);

    public Positions(JdbcClient database) {
        this.database = database;
    }

    /// Read before the rows are, so the rows are at least as far.
    public long of(String projection) {
        return recent().positions().getOrDefault(projection, -1L);
    }

    /// All positions as they are now.
    public Map<String, Long> all() {
        return look().positions();
    }

    /// Waits until all these projections have taken in this position; false when they have not in that time. Meanwhile
    /// they let nothing gather.
    public boolean await(Collection<String> projections, long position, Duration atMost) throws InterruptedException {
        if (reached(projections, position)) return true;
        long deadline = System.nanoTime() + atMost.toNanos();
        waits(projections, 1);
        try {
            while (System.nanoTime() < deadline) {
                awaitMove();
                if (reached(projections, position)) return true;
            }
            return false;
        } finally {
            waits(projections, -1);
        }
    }

    private boolean reached(Collection<String> projections, long position) {
        Map<String, Long> now = look().positions();
        return projections.stream().allMatch(name -> now.getOrDefault(name, -1L) >= position);
    }

    private void waits(Collection<String> projections, int more) {
        lock.lock();
        try {
            projections.forEach(name -> waiting.merge(name, more, Integer::sum));
            awaited.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitMove() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            moved.awaitNanos(LOOK_NANOS);
        } finally {
            lock.unlock();
        }
    }

    /// Returns after that time, or as soon as somebody here waits for the projection.
    void untilAwaited(String projection, long atMostNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMostNanos;
            while (left > 0 && waiting.getOrDefault(projection, 0) == 0) left = awaited.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }

    /// One looks for all; the others go on with the last one meanwhile, unless that is old.
    private Seen recent() {
        Seen last = seen;
        long age = System.nanoTime() - last.atNanos();
        if (age < FRESH_NANOS) return last;
        if (!looking.tryLock()) {
            if (age < OLD_NANOS) return last;
            looking.lock();
        }
        try {
            Seen now = seen;
            return System.nanoTime() - now.atNanos() < FRESH_NANOS ? now : look();
        } finally {
            looking.unlock();
        }
    }

    void moved() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Seen look() {
        long before = System.nanoTime();
        Seen now = new Seen(read(), before);
        seen = now;
        return now;
    }

    /// In the transaction at hand, if there is one.
    Map<String, Long> read() {
        Map<String, Long> positions = new TreeMap<>();
        database.sql("select processor_name, position from projection_token where segment = 0")
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                });
        return positions;
    }
}
