package uk.vehicleregister.query.audittrail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.audit.Named;
import uk.vehicleregister.query.disclosure.Disclosures;

/// Finds entries of the audit trail. The table tells in which appends to look, the log what is in them; a vehicle's and
/// a mark's own events are read from their streams, and what only a period bounds is read from the log as it lies.
@Component
class AuditTrailSearch {

    /// @param more whether there are others after the last
    record Found(List<TrailEntry> entries, boolean more) {}

    private final AuditTrailIndex index;
    private final AuditTrail trail;
    private final EventLogReader log;

    AuditTrailSearch(AuditTrailIndex index, AuditTrail trail, EventLogReader log) {
        this.index = index;
        this.trail = trail;
        this.log = log;
    }

    /// @param end how far the table has come; later events are left out
    Found find(Wanted wanted, long end) {
        long after = wanted.after();
        if (wanted.from() != null) after = Math.max(after, log.lastPositionBefore(wanted.from()));
        long last = end;
        if (wanted.until() != null) last = Math.min(last, log.lastPositionBefore(wanted.until()));
        if (after >= last) return new Found(List.of(), false);
        TreeMap<Long, RecordedEvent> candidates = new TreeMap<>();
        if (wanted.isOfAll()) addAll(wanted, after, last, candidates);
        else if (wanted.vehicle() == null && wanted.mark() == null) addAppends(wanted, after, last, candidates);
        else addStreams(wanted, after, last, candidates);
        List<TrailEntry> entries = candidates.subMap(after, false, last, true).values().stream()
                .map(AuditTrail::entry)
                .map(TrailEntry::of)
                .filter(wanted::covers)
                .limit(wanted.limit() + 1L)
                .toList();
        int shown = Math.min(wanted.limit(), aboutAtMost(Disclosures.MOST, entries));
        return entries.size() > shown ? new Found(entries.subList(0, shown), true) : new Found(entries, false);
    }

    /// How many of these, from the first on, tell of no more vehicles: of each it is recorded that it was looked at.
    static int aboutAtMost(int vehicles, List<TrailEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            seen.addAll(entries.get(i).vehicleIds());
            if (seen.size() > vehicles) return i;
        }
        return entries.size();
    }

    /// The log gives whole appends, so it may give fewer at a time than were asked for.
    private void addAll(Wanted wanted, long after, long last, TreeMap<Long, RecordedEvent> candidates) {
        for (long read = after; read < last && candidates.size() <= wanted.limit(); ) {
            List<RecordedEvent> page = log.after(read, wanted.limit() + 1);
            if (page.isEmpty()) return;
            add(page, candidates);
            read = page.getLast().position();
        }
    }

    /// Whole appends, since not every event has a row; also of the append that `after` stands in.
    private void addAppends(Wanted wanted, long after, long last, Map<Long, RecordedEvent> candidates) {
        List<Long> hits = new ArrayList<>(index.find(wanted, after + 1, last, wanted.limit() + 1));
        hits.addAll(index.find(wanted, index.appendAfter(after), after, 1));
        add(log.appendsWith(hits), candidates);
    }

    /// What names the vehicle or the mark: in its own stream, in those of the marks or vehicles named there, and
    /// beside.
    private void addStreams(Wanted wanted, long after, long last, Map<Long, RecordedEvent> candidates) {
        Set<String> streams = new HashSet<>();
        if (wanted.vehicle() != null) streams.add(VehicleFact.streamOf(wanted.vehicle()));
        if (wanted.mark() != null) streams.add(MarkFact.streamOf(wanted.mark()));
        List<AuditTrail.Entry> own = read(streams, last);
        Set<String> others = new HashSet<>();
        for (AuditTrail.Entry entry : own) {
            named(entry.fact()).filter(Predicate.not(streams::contains)).forEach(others::add);
        }
        Stream.concat(own.stream(), read(others, last).stream())
                .forEach(entry -> candidates.put(entry.event().position(), entry.event()));
        add(log.appendsWith(index.find(wanted, after + 1, last, wanted.limit() + 1)), candidates);
    }

    private static Stream<String> named(Fact fact) {
        return Stream.concat(
                Named.vehicles(fact).stream().map(VehicleFact::streamOf),
                Named.marks(fact).stream().map(MarkFact::streamOf));
    }

    private List<AuditTrail.Entry> read(Collection<String> streams, long last) {
        if (streams.isEmpty()) return List.of();
        return trail.upTo(last, streams).values().stream().flatMap(List::stream).toList();
    }

    private static void add(List<RecordedEvent> events, Map<Long, RecordedEvent> candidates) {
        events.forEach(event -> candidates.put(event.position(), event));
    }
}
