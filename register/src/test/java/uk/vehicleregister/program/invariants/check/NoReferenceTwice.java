package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// A document reference is valid from its V5C until the next one, and never again.
public final class NoReferenceTwice {

    /// @param printed the plain reference of each V5C, by its position
    public static List<String> violations(History history, Map<Long, String> printed) {
        Map<String, Set<String>> had = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (!(entry.fact() instanceof V5CIssued issued)) continue;
            Set<String> seen = had.computeIfAbsent(issued.vehicleId().text(), _ -> new HashSet<>());
            boolean fresh = seen.add("digest " + issued.documentReference().digest());
            if (!seen.add("number " + printed.get(entry.position())) || !fresh)
                found.add("a reference of vehicle " + issued.vehicleId().text() + " comes back at " + entry.position());
        }
        return found;
    }

    /// Of the commands that were acknowledged, each was proven by the reference that was the latest until its append.
    public static List<String> violations(
            History history, Map<Long, String> printed, List<Acknowledgement> acknowledgements) {
        Map<Long, Acknowledgement> byPosition = acknowledgements.stream()
                .filter(acknowledged -> acknowledged.reference() != null)
                .collect(Collectors.toMap(Acknowledgement::position, a -> a, (one, _) -> one));
        Map<String, String> latest = new HashMap<>();
        Map<String, String> issuedNow = new HashMap<>();
        Set<String> usedBy = new HashSet<>();
        List<String> found = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (entry.fact() instanceof VehicleFact fact)
                usedBy.add(fact.vehicleId().text());
            if (entry.fact() instanceof V5CIssued issued)
                issuedNow.put(issued.vehicleId().text(), printed.get(entry.position()));
            if (!entry.endsAppend()) continue;
            Acknowledgement acknowledged = byPosition.get(entry.position());
            if (acknowledged != null && !usedBy.isEmpty() && !isAmong(acknowledged.reference(), usedBy, latest))
                found.add("the command recorded at " + entry.position()
                        + " was proven by a reference that was not valid");
            latest.putAll(issuedNow);
            issuedNow.clear();
            usedBy.clear();
        }
        return found;
    }

    private static boolean isAmong(@Nullable String reference, Set<String> vehicles, Map<String, String> latest) {
        return vehicles.stream()
                .anyMatch(vehicle -> latest.getOrDefault(vehicle, "").equals(reference));
    }

    private NoReferenceTwice() {}
}
