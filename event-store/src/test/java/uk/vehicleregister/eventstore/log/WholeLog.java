package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What must be true of any log at any time.
public final class WholeLog {

    private WholeLog() {}

    public static List<RecordedEvent> of(EventLogReader reader) {
        List<RecordedEvent> all = new ArrayList<>();
        for (List<RecordedEvent> page = reader.after(EventLogReader.BEFORE_FIRST, 5_000);
                !page.isEmpty();
                page = reader.after(page.getLast().position(), 5_000)) all.addAll(page);
        return all;
    }

    /// Positions and versions without a gap from 0 on, times that never fall, and a transaction's end at the end.
    public static List<RecordedEvent> inOrder(EventLogReader reader) {
        List<RecordedEvent> all = of(reader);
        Map<String, Long> versions = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            RecordedEvent event = all.get(i);
            assertThat(event.position()).isEqualTo(i);
            assertThat(event.version()).isEqualTo(versions.getOrDefault(event.stream(), -1L) + 1);
            versions.put(event.stream(), event.version());
            if (i > 0)
                assertThat(event.recordedAt()).isAfterOrEqualTo(all.get(i - 1).recordedAt());
        }
        assertThat(reader.lastPosition()).isEqualTo(all.size() - 1);
        return all;
    }

    public static List<List<RecordedEvent>> transactions(List<RecordedEvent> events) {
        List<List<RecordedEvent>> transactions = new ArrayList<>();
        List<RecordedEvent> open = new ArrayList<>();
        for (RecordedEvent event : events) {
            open.add(event);
            if (!event.endsTransaction()) continue;
            transactions.add(open);
            open = new ArrayList<>();
        }
        assertThat(open).isEmpty();
        return transactions;
    }
}
