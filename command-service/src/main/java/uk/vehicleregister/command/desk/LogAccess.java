package uk.vehicleregister.command.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.Fact;

/// What a journal needs of the event log.
///
/// @param apart streams read beforehand for this journal and others, which the cache knows nothing of
record LogAccess(
        StreamCache cache,
        Map<String, CachedStream> apart,
        WayToLog way,
        Receipts receipts,
        Vault vault,
        BusinessCalendar calendar) {

    LogAccess(StreamCache cache, WayToLog way, Receipts receipts, Vault vault, BusinessCalendar calendar) {
        this(cache, Map.of(), way, receipts, vault, calendar);
    }

    /// The same log for one of many commands that are decided first and appended together afterwards.
    LogAccess gathering(Map<String, CachedStream> readBeforehand, WayToLog.Gathered way) {
        return new LogAccess(cache, readBeforehand, way, receipts, vault, calendar);
    }

    LocalDate today() {
        return calendar.today();
    }

    CachedStream read(String stream) {
        CachedStream read = apart.get(stream);
        return read != null ? read : cache.load(stream);
    }

    /// What was just recorded is known here without reading it again.
    ///
    /// @param versions of the streams as they were before
    void advance(Map<String, Long> versions, List<Fact> recorded) {
        if (!apart.isEmpty()) {
            cache.evict(versions.keySet());
            return;
        }
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
