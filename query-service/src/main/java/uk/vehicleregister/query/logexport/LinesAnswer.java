package uk.vehicleregister.query.logexport;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RawEvent;
import uk.vehicleregister.eventstore.log.ReadAhead;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// Events as an answer, a line each. What somebody did to the rows is told as it is, for whoever audits them to judge.
/// Read page by page, one while the page before it is written, so memory does not grow with what is asked for. What
/// shows anything is recorded before its first byte leaves.
final class LinesAnswer {

    static final String TYPE = "application/x-ndjson";
    private static final int PAGE = 1000;

    private final EventLogReader log;

    LinesAnswer(EventLogReader log) {
        this.log = log;
    }

    /// From one position to another, both included.
    ///
    /// @param recorded puts on the log that somebody looks
    void range(long first, long last, Runnable recorded, HttpServletResponse response) throws IOException {
        Pages stretch = new Pages(first - 1, last);
        try (ReadAhead<List<RawEvent>> pages = new ReadAhead<>(stretch::next)) {
            Optional<List<RawEvent>> page = pages.next(); // before the answer begins, so that an outage is told
            if (page.isPresent()) recorded.run();
            EventLines lines = begin(response);
            for (; page.isPresent(); page = pages.next()) page.get().forEach(lines::write);
            lines.end();
        }
    }

    /// Those of one stream from that position on.
    ///
    /// @param recorded puts on the log that somebody looks at these
    void stream(String stream, long first, Consumer<List<RecordedEvent>> recorded, HttpServletResponse response)
            throws IOException {
        List<RecordedEvent> events = log.stream(stream, 0).stream()
                .filter(event -> event.position() >= first)
                .toList();
        if (!events.isEmpty()) recorded.accept(events);
        EventLines lines = begin(response);
        for (RecordedEvent event : events) lines.write(RawEvent.of(event));
        lines.end();
    }

    private static EventLines begin(HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        return new EventLines(response.getOutputStream());
    }

    /// The events after one position up to another, as they are stored.
    private final class Pages {

        private final long last;
        private long reached;

        Pages(long after, long last) {
            this.reached = after;
            this.last = last;
        }

        Optional<List<RawEvent>> next() {
            if (reached >= last) return Optional.empty();
            List<RawEvent> page = log.asStored(reached, (int) Math.min(PAGE, last - reached)).stream()
                    .filter(event -> event.position() <= last) // where positions have gaps
                    .toList();
            if (page.isEmpty()) return Optional.empty();
            reached = page.getLast().position();
            return Optional.of(page);
        }
    }
}
