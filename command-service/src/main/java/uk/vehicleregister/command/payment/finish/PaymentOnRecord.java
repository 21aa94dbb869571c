package uk.vehicleregister.command.payment.finish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.payment.PaymentAtProvider;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentRefundDue;

/// A payment as the log tells it.
///
/// @param reference the provider's name, as soon as it is known
/// @param openRefunds due and not given, oldest first
/// @param refundedPence given back so far
record PaymentOnRecord(
        @Nullable PaymentClaimed claim,
        @Nullable String reference,
        Stage stage,
        List<PaymentRefundDue> openRefunds,
        int refundedPence) {

    static final PaymentOnRecord NEW = new PaymentOnRecord(null, null, Stage.NONE, List.of(), 0);

    /// Each but NONE follows from the claim; none goes back.
    enum Stage {
        NONE,
        CLAIMED,
        /// The change stands.
        AUTHORISED,
        SETTLED,
        SETTLEMENT_REFUSED,
        /// Declined or cancelled: there is no change, and the provider may hold money still.
        ENDED,
        RELEASED
    }

    enum Owed {
        NOTHING,
        OUTCOME,
        SETTLEMENT,
        RELEASE,
        REFUND
    }

    Owed owed() {
        return switch (stage) {
            case NONE, RELEASED, SETTLEMENT_REFUSED -> Owed.NOTHING;
            case CLAIMED -> Owed.OUTCOME;
            case AUTHORISED -> Owed.SETTLEMENT;
            case SETTLED -> openRefunds.isEmpty() ? Owed.NOTHING : Owed.REFUND;
            case ENDED -> openRefunds.isEmpty() ? afterRefund() : Owed.REFUND;
        };
    }

    /// Money that had been taken is back when all of it is.
    private Owed afterRefund() {
        return refundedPence > 0 ? Owed.NOTHING : Owed.RELEASE;
    }

    PaymentAtProvider atProvider() {
        return new PaymentAtProvider(known().paymentId(), reference, known().amountPence());
    }

    PaymentClaimed known() {
        if (claim == null) throw new IllegalStateException("nothing was ever claimed under this payment's id");
        return claim;
    }

    PaymentOnRecord at(Stage later) {
        return new PaymentOnRecord(claim, reference, later, openRefunds, refundedPence);
    }

    PaymentOnRecord authorisedAs(String providerReference) {
        return new PaymentOnRecord(claim, providerReference, Stage.AUTHORISED, openRefunds, refundedPence);
    }

    PaymentOnRecord with(PaymentRefundDue due) {
        List<PaymentRefundDue> more = new ArrayList<>(openRefunds);
        more.add(due);
        return new PaymentOnRecord(claim, reference, stage, List.copyOf(more), refundedPence);
    }

    PaymentOnRecord refunded(String refundId, int pence) {
        List<PaymentRefundDue> left = openRefunds.stream()
                .filter(due -> !due.refundId().equals(refundId))
                .toList();
        return new PaymentOnRecord(claim, reference, stage, left, refundedPence + pence);
    }
}
