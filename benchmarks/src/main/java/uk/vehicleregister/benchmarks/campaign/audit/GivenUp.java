package uk.vehicleregister.benchmarks.campaign.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.check.History;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// A command whose client went away without an answer. It may be in the log or not, but not twice.
///
/// @param reference the one it is proven by, which is used up when it takes effect
public record GivenUp(String key, Class<? extends Fact> effect, String reference) {

    /// What the log says became of them, as if their clients had been told. Of one that is there twice the first is
    /// taken, so that whoever compares acknowledgements with the log finds the second one unasked for. The
    /// reference of one that is not there is still good: what somebody was told of was done with it later.
    ///
    /// @param printed the plain reference of each V5C, by its position
    /// @param told positions of what was acknowledged
    static List<Acknowledgement> asTheLogSays(
            History history, Map<Long, String> printed, List<GivenUp> all, Set<Long> told) {
        Map<String, GivenUp> open = new HashMap<>();
        all.forEach(givenUp -> open.put(givenUp.reference(), givenUp));
        Map<String, String> latest = new HashMap<>();
        Map<String, String> issuedNow = new HashMap<>();
        Set<Class<? extends Fact>> effects = new HashSet<>();
        List<Acknowledgement> found = new ArrayList<>();
        for (Entry entry : history.entries()) {
            effects.add(entry.fact().getClass());
            if (entry.fact() instanceof V5CIssued issued)
                issuedNow.put(issued.vehicleId().text(), printed.getOrDefault(entry.position(), ""));
            if (!entry.endsAppend()) continue;
            for (String vehicle : issuedNow.keySet()) {
                GivenUp asked = open.get(latest.getOrDefault(vehicle, ""));
                if (asked == null || !effects.contains(asked.effect()) || told.contains(entry.position())) continue;
                open.remove(asked.reference());
                found.add(new Acknowledgement(
                        asked.key(),
                        entry.transactionId().toString(),
                        entry.position(),
                        asked.effect(),
                        asked.reference()));
            }
            latest.putAll(issuedNow);
            issuedNow.clear();
            effects.clear();
        }
        return found;
    }
}
