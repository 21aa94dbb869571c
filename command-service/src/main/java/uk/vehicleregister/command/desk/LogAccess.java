package uk.vehicleregister.command.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.Fact;

/// What a journal needs of the event log.
record LogAccess(
        StreamCache cache,
        EventStore eventStore,
        EventLogWriter writer,
        Receipts receipts,
        Vault vault,
        BusinessCalendar calendar) {

    LocalDate today() {
        return calendar.today();
    }

    CachedStream read(String stream) {
        CachedStream cached = cache.load(List.of(stream)).get(stream);
        if (cached == null) {
            throw new IllegalStateException("the log gave no answer for a stream that was asked for");
        }
        return cached;
    }

    /// What was just recorded is known here without reading it again.
    ///
    /// @param versions of the streams as they were before
    void advance(Map<String, Long> versions, List<Fact> recorded) {
        Map<String, List<Object>> byStream = new TreeMap<>();
        for (Fact fact : recorded) {
            // Nobody decides anything from an attempt; rows of a batch are read once, and there is no room for them.
            if (!(fact instanceof AttemptFact || fact instanceof BatchRowsReceived)) {
                byStream.computeIfAbsent(fact.stream(), _ -> new ArrayList<>()).add(fact);
            }
        }
        byStream.forEach(
                (stream, facts) -> cache.advance(stream, versions.getOrDefault(stream, -1L) + facts.size(), facts));
    }
}
