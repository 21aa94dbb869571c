package uk.vehicleregister.eventstore.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The end of the log as it was read last, for all readers of a process: those that follow closely share one reading of
/// each page instead of asking the database for it each by itself. Who lags behind reads for itself. Any number of
/// threads; holds a few thousand events.
public final class LogWindow {

    private static final int PAGE = 1_000;
    private static final int HELD = 4 * PAGE;

    /// Whole transactions, without a gap.
    private record Page(long after, List<RecordedEvent> events) {

        long last() {
            return after + events.size();
        }

        boolean continuesFrom(long position) {
            return position >= after && position < last();
        }

        List<RecordedEvent> from(long position) {
            return events.subList(Math.toIntExact(position - after), events.size());
        }
    }

    private final EventLogReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Page> pages = new ArrayDeque<>();
    private int held;

    public LogWindow(EventLogReader reader) {
        this.reader = reader;
    }

    /// Some events after the position, in whole transactions; none at the end of the log. The position is a
    /// transaction's end, or before the first.
    public List<RecordedEvent> after(long position) {
        lock.lock();
        try {
            Optional<Page> known =
                    pages.stream().filter(page -> page.continuesFrom(position)).findFirst();
            if (known.isPresent()) return known.get().from(position);
            if (pages.isEmpty() || position >= pages.getLast().last()) return readOn(position);
        } finally {
            lock.unlock();
        }
        return reader.after(position, PAGE);
    }

    /// The others wait meanwhile: it is the page they want, too.
    private List<RecordedEvent> readOn(long position) {
        List<RecordedEvent> events = reader.after(position, PAGE);
        if (events.isEmpty()) return events;
        if (!pages.isEmpty() && position > pages.getLast().last()) forget();
        pages.add(new Page(position, events));
        held += events.size();
        while (held > HELD && pages.size() > 1)
            held -= pages.removeFirst().events().size();
        return events;
    }

    private void forget() {
        pages.clear();
        held = 0;
    }
}
