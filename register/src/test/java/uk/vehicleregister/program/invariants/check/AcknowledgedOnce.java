package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.program.invariants.check.History.Append;

/// Every command that was acknowledged is in the log exactly once, and nothing else is: a run is looked at once every
/// request has had its answer, so that an append nobody was told of is one too many.
public final class AcknowledgedOnce {

    public static List<String> violations(History run, List<Acknowledgement> acknowledgements) {
        List<String> found = new ArrayList<>();
        Map<Long, Acknowledgement> told = new HashMap<>();
        Map<String, Acknowledgement> byKey = new HashMap<>();
        for (Acknowledgement acknowledged : acknowledgements) {
            Acknowledgement sameKey = byKey.putIfAbsent(acknowledged.key(), acknowledged);
            if (sameKey != null && !sameKey.equals(acknowledged))
                found.add("one key was answered with transactions at " + sameKey.position() + " and "
                        + acknowledged.position());
            Acknowledgement samePlace = told.putIfAbsent(acknowledged.position(), acknowledged);
            if (samePlace != null && !samePlace.key().equals(acknowledged.key()))
                found.add("two requests were told of one transaction at " + acknowledged.position());
        }
        for (Append append : run.appends()) {
            if (changesNothing(append)) continue;
            Acknowledgement acknowledged = told.remove(append.position());
            if (acknowledged == null) found.add("nobody was told of what was recorded at " + append.position());
            else compare(append, acknowledged, found);
        }
        told.values()
                .forEach(missing ->
                        found.add("what was acknowledged for " + missing.position() + " is not in the log there"));
        return found;
    }

    private static void compare(Append append, Acknowledgement acknowledged, List<String> found) {
        if (!append.transactionId().toString().equals(acknowledged.transactionId()))
            found.add("another transaction than acknowledged stands at " + append.position());
        long times = append.count(acknowledged.effect());
        if (times != 1)
            found.add(acknowledged.effect().getSimpleName() + " stands " + times + " times in the append at "
                    + append.position());
    }

    /// Claims, fees, attempts and what is noted of a batch's rows are beside what a command is about.
    private static boolean changesNothing(Append append) {
        return append.facts().stream()
                .allMatch(fact -> fact instanceof PaymentFact
                        || fact instanceof AttemptFact
                        || fact instanceof BatchRowsWorked
                        || fact instanceof BatchEnded
                        || fact instanceof DisclosureFact);
    }

    private AcknowledgedOnce() {}
}
