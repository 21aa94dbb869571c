package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.PaymentRefundDue;
import uk.vehicleregister.program.invariants.check.History.Append;

/// A fee is taken together with the change it is for, or it is declined or given back; one of these, once. What is
/// given back of it later is never more than was claimed.
public final class FeeForAChange {

    public static List<String> violations(History history) {
        Map<String, Fact> ends = new HashMap<>();
        Map<String, Integer> left = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Append append : history.appends()) {
            boolean changes = append.facts().stream().anyMatch(fact -> !(fact instanceof PaymentFact));
            for (Fact fact : append.facts()) {
                if (fact instanceof PaymentClaimed f) left.put(f.paymentId(), f.amountPence());
                if (fact instanceof PaymentRefundDue f && left.merge(f.paymentId(), -f.amountPence(), Integer::sum) < 0)
                    found.add("more is given back than was paid at " + append.position());
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
