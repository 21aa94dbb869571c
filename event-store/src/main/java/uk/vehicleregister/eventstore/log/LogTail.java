package uk.vehicleregister.eventstore.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where readers wait for the log to grow. The writer of the same process signals each commit; for other processes'
/// commits the last position is polled, by one thread for all who wait: after 1 ms while there is activity, after up to
/// 50 ms while there is none. Nobody waiting, nothing polled.
public final class LogTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(50);

    private final EventLogReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition asked = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread poller = new Thread(this::poll, "log-tail");
    private long known = EventLogReader.BEFORE_FIRST;
    private int waiting;
    private boolean closed;

    public LogTail(EventLogReader reader) {
        this.reader = reader;
        poller.setDaemon(true);
        poller.start();
    }

    /// Waits until the log has grown beyond the position, but no longer than `atMost`, and answers its last position as
    /// far as it is known here.
    public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            waiting++;
            asked.signal();
            try {
                while (known <= position && left > 0 && !closed) left = advanced.awaitNanos(left);
            } finally {
                waiting--;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /// The log's last position as far as it is known here, without asking the database.
    public long known() {
        lock.lock();
        try {
            return known;
        } finally {
            lock.unlock();
        }
    }

    /// Calls the listener, in a thread that must not be held up, whenever the log has grown; until the returned handle
    /// is closed.
    public AutoCloseable listen(Runnable listener) {
        lock.lock();
        try {
            listeners.add(listener);
            waiting++;
            asked.signal();
        } finally {
            lock.unlock();
        }
        return () -> stopListening(listener);
    }

    private void stopListening(Runnable listener) {
        lock.lock();
        try {
            if (listeners.remove(listener)) waiting--;
        } finally {
            lock.unlock();
        }
    }

    /// Positions only grow: whoever knows of a later one is right.
    void advancedTo(long position) {
        lock.lock();
        try {
            if (position <= known) return;
            known = position;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(LogTail::tell);
    }

    /// A listener that throws harms nobody else, least of all an append that is durable by now.
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener at the log's tail failed", e);
        }
    }

    private void poll() {
        long pause = SHORTEST;
        try {
            while (awaitWaiters()) {
                long before = known();
                boolean reached = look();
                pause = reached && known() > before ? SHORTEST : Math.min(LONGEST, pause + pause / 2);
                TimeUnit.NANOSECONDS.sleep(reached ? pause : LONGEST);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private boolean awaitWaiters() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting == 0 && !closed) asked.await();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean look() {
        try {
            advancedTo(reader.lastPosition());
            return true;
        } catch (LogUnavailableException e) {
            return false;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        poller.interrupt();
    }
}
