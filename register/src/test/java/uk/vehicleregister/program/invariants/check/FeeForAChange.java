package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.program.invariants.check.History.Append;

/// A fee is taken together with the change it is for, or it is declined or given back; one of these, once.
public final class FeeForAChange {

    public static List<String> violations(History history) {
        Map<String, Fact> ends = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Append append : history.appends()) {
            boolean changes = append.facts().stream().anyMatch(fact -> !(fact instanceof PaymentFact));
            for (Fact fact : append.facts()) {
                if (!isEnd(fact)) continue;
                Fact before = ends.putIfAbsent(((PaymentFact) fact).paymentId(), fact);
                if (before != null)
                    found.add("a fee has a second end at " + append.position() + ": "
                            + before.getClass().getSimpleName() + " and then "
                            + fact.getClass().getSimpleName());
                if (fact instanceof PaymentAuthorised && !changes)
                    found.add("a fee is taken for nothing at " + append.position());
            }
        }
        return found;
    }

    private static boolean isEnd(Fact fact) {
        return fact instanceof PaymentAuthorised || fact instanceof PaymentDeclined || fact instanceof PaymentCancelled;
    }

    private FeeForAChange() {}
}
