package uk.vehicleregister.benchmarks.campaign.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Positions count from 0 and the versions of each stream from 0, both without gaps; times never fall; no event stands
/// there twice; and the log ends with the end of a transaction (design.md 2).
final class ContiguousLog {

    static List<String> violations(List<LogPlace> log) {
        List<String> found = new ArrayList<>();
        Map<String, Long> versions = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        Instant before = Instant.MIN;
        long expected = 0;
        for (LogPlace event : log) {
            if (event.position() != expected)
                found.add("position " + event.position() + " stands where " + expected + " should");
            long version = versions.merge(event.stream(), 0L, (last, _) -> last + 1);
            if (event.version() != version)
                found.add(
                        "version " + event.version() + " stands where " + version + " should, at " + event.position());
            if (event.recordedAt().isBefore(before)) found.add("time goes back at " + event.position());
            if (!seen.add(event.eventId())) found.add("an event stands there a second time at " + event.position());
            before = event.recordedAt();
            expected = event.position() + 1;
        }
        if (!log.isEmpty() && !log.getLast().endsTransaction())
            found.add("the log ends in the middle of a transaction at " + (expected - 1));
        return found;
    }

    private ContiguousLog() {}
}
