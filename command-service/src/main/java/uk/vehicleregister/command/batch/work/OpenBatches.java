package uk.vehicleregister.command.batch.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.log.TypedPage;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.EventCatalogue;

/// The batches of the log that have not ended, and whether they move. For one thread.
final class OpenBatches {

    private static final String BEGIN = EventCatalogue.nameOf(BatchSubmitted.class);
    private static final String END = EventCatalogue.nameOf(BatchEnded.class);
    private static final int PAGE = 500;

    /// The last version that was seen of a batch, and since when by this process's own clock.
    private record Seen(long version, long since) {}

    private final EventLogReader log;
    private final Map<UUID, Seen> open = new HashMap<>();
    private long read = EventLogReader.BEFORE_FIRST;

    OpenBatches(EventLogReader log) {
        this.log = log;
    }

    /// Those of which nothing new was heard for so long.
    List<UUID> without(Duration progress) {
        readOn();
        if (open.isEmpty()) return List.of();
        Map<String, Long> versions =
                log.versions(open.keySet().stream().map(BatchFact::streamOf).toList());
        long now = System.nanoTime();
        open.replaceAll((batchId, seen) -> {
            long version = versions.getOrDefault(BatchFact.streamOf(batchId), -1L);
            return version == seen.version() ? seen : new Seen(version, now);
        });
        return open.entrySet().stream()
                .filter(batch -> now - batch.getValue().since() >= progress.toNanos())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void readOn() {
        while (true) {
            TypedPage page = log.ofTypes(read, Set.of(BEGIN, END), PAGE);
            for (RecordedEvent event : page.events()) {
                UUID batchId = UUID.fromString(event.stream().substring(BatchFact.PREFIX.length()));
                if (event.type().equals(END)) open.remove(batchId);
                else open.put(batchId, new Seen(-1, System.nanoTime()));
            }
            if (page.readTo() == read) return;
            read = page.readTo();
        }
    }
}
