package uk.vehicleregister.command.payment.finish;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.command.payment.finish.PaymentOnRecord.Stage.AUTHORISED;
import static uk.vehicleregister.command.payment.finish.PaymentOnRecord.Stage.CLAIMED;
import static uk.vehicleregister.command.payment.finish.PaymentOnRecord.Stage.ENDED;

import java.time.LocalDate;
import java.util.List;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.RefundRule;
import uk.vehicleregister.command.payment.finish.FinishPayment.Step;
import uk.vehicleregister.command.payment.finish.PaymentOnRecord.Owed;
import uk.vehicleregister.command.payment.finish.PaymentOnRecord.Stage;
import uk.vehicleregister.kernel.event.AttemptAbandoned;
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
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Is this step still the payment's next one? Whoever comes second, from another instance or after a crash, finds
/// that it is not, and records nothing.
final class PaymentDecider {

    static Decision decide(FinishPayment command, List<PaymentFact> facts, LocalDate today) {
        String id = command.paymentId();
        PaymentOnRecord payment = Fold.of(facts, PaymentOnRecord.NEW, PaymentDecider::evolve);
        return switch (command.step()) {
            case Step.Settled _ -> when(payment.stage() == AUTHORISED, new PaymentSettled(id, today));
            case Step.SettlementRefused no ->
                when(payment.stage() == AUTHORISED, new PaymentSettlementRefused(id, no.reason(), today));
            case Step.Declined _ -> when(payment.stage() == CLAIMED, new PaymentDeclined(id, today));
            case Step.Abandoned _ -> abandoned(payment, today);
            case Step.Released _ -> when(payment.owed() == Owed.RELEASE, new PaymentReleased(id, today));
            case Step.RefundDue due ->
                RefundRule.due(facts, due.refundId(), due.pence(), due.reason(), today)
                        .<Decision>map(Decision::accepted)
                        .orElse(refused(RefusalCode.CONFLICT));
            case Step.Refunded given -> refunded(payment, given.refundId(), today);
        };
    }

    /// Nobody came back for it: the fee is not needed, and an auditor sees that the application was left lying.
    private static Decision abandoned(PaymentOnRecord payment, LocalDate today) {
        PaymentClaimed claim = payment.claim();
        if (claim == null || payment.stage() != CLAIMED) return refused(RefusalCode.CONFLICT);
        return accepted(
                new PaymentCancelled(claim.paymentId(), PaymentCancelled.ABANDONED, today),
                new AttemptAbandoned(claim.transactionId(), claim.command(), claim.mark(), today));
    }

    private static Decision refunded(PaymentOnRecord payment, String refundId, LocalDate today) {
        for (PaymentRefundDue due : payment.openRefunds()) {
            if (due.refundId().equals(refundId)) {
                return accepted(new PaymentRefunded(due.paymentId(), refundId, due.amountPence(), due.reason(), today));
            }
        }
        return refused(RefusalCode.CONFLICT);
    }

    private static Decision when(boolean isNext, PaymentFact fact) {
        return isNext ? accepted(fact) : refused(RefusalCode.CONFLICT);
    }

    static PaymentOnRecord evolve(PaymentOnRecord payment, PaymentFact fact) {
        return switch (fact) {
            case PaymentClaimed claim -> new PaymentOnRecord(claim, claim.providerReference(), CLAIMED, List.of(), 0);
            case PaymentAuthorised f -> payment.authorisedAs(f.providerReference());
            case PaymentSettled _ -> payment.at(Stage.SETTLED);
            case PaymentSettlementRefused _ -> payment.at(Stage.SETTLEMENT_REFUSED);
            case PaymentDeclined _, PaymentCancelled _ -> payment.at(ENDED);
            case PaymentReleased _ -> payment.at(Stage.RELEASED);
            case PaymentRefundDue due -> payment.with(due);
            case PaymentRefunded f -> payment.refunded(f.refundId(), f.amountPence());
            case PaymentTokenUsed _ -> payment;
        };
    }

    private PaymentDecider() {}
}
