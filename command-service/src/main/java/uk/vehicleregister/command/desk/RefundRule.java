package uk.vehicleregister.command.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.PaymentRefundDue;
import uk.vehicleregister.kernel.event.PaymentRefunded;
import uk.vehicleregister.kernel.event.PaymentReleased;
import uk.vehicleregister.kernel.event.PaymentSettled;
import uk.vehicleregister.kernel.event.PaymentSettlementRefused;
import uk.vehicleregister.kernel.event.PaymentTokenUsed;

/// How much of a payment can still be given back: what was paid, less every refund that is due or given.
public final class RefundRule {

    /// Empty when this refund is due already, or more than is left.
    public static Optional<PaymentRefundDue> due(
            List<PaymentFact> payment, String refundId, int pence, String reason, LocalDate today) {
        boolean known = payment.stream()
                .anyMatch(fact ->
                        fact instanceof PaymentRefundDue due && due.refundId().equals(refundId));
        if (known || pence <= 0 || pence > left(payment)) {
            return Optional.empty();
        }
        return Optional.of(new PaymentRefundDue(payment.getFirst().paymentId(), refundId, pence, reason, today));
    }

    static int left(List<PaymentFact> payment) {
        int claimed = 0;
        int left = 0;
        for (PaymentFact fact : payment) {
            switch (fact) {
                case PaymentClaimed claim -> claimed = claim.amountPence();
                case PaymentAuthorised _ -> left = claimed;
                // What ended without a change may turn out to have been taken by the provider all the same.
                case PaymentDeclined _, PaymentCancelled _ -> left = claimed;
                case PaymentReleased _, PaymentSettlementRefused _ -> left = 0;
                case PaymentRefundDue due -> left -= due.amountPence();
                case PaymentTokenUsed _, PaymentSettled _, PaymentRefunded _ -> {}
            }
        }
        return left;
    }

    private RefundRule() {}
}
