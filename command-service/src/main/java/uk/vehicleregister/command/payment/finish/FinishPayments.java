package uk.vehicleregister.command.payment.finish;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.PaymentLog;
import uk.vehicleregister.command.desk.Payments;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.command.payment.PaymentProvider;
import uk.vehicleregister.command.payment.PaymentProvider.Refund;
import uk.vehicleregister.command.payment.finish.FinishPayment.Step;
import uk.vehicleregister.command.payment.finish.PaymentOnRecord.Owed;
import uk.vehicleregister.kernel.event.PaymentRefundDue;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Does what a payment owes: reads where it stands, asks the provider for the one thing that is next, records what
/// it said, and looks again. A crash between any two of these leaves a log from which the same follows once more,
/// and the provider's calls bear being repeated.
@Component
final class FinishPayments implements Payments {

    private static final Logger LOG = LoggerFactory.getLogger(FinishPayments.class);

    /// The longest way is let go, found taken, given back; the rest is for refunds that were due together.
    private static final int MOST_STEPS = 10;

    /// A refund of money that was taken though nothing changed; one for a payment.
    private static final String TAKEN_FOR_NOTHING = "TAKEN_FOR_NOTHING";

    private final CommandDesk desk;
    private final PaymentLog log;
    private final PaymentProvider provider;

    FinishPayments(CommandDesk desk, PaymentLog log, PaymentProvider provider) {
        this.desk = desk;
        this.log = log;
        this.provider = provider;
    }

    @Override
    public void finish(String paymentId) {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            PaymentOnRecord payment = onRecord(paymentId);
            Optional<Step> next = ask(payment);
            if (next.isEmpty() || !record(payment, next.get())) {
                return;
            }
        }
    }

    /// A claim that nobody came back for: the provider is asked what became of it, the end is recorded, and then
    /// the provider is told. While the provider gives no answer, it stays a claim.
    void giveUp(String paymentId) {
        PaymentOnRecord payment = onRecord(paymentId);
        if (payment.owed() == Owed.OUTCOME) {
            switch (provider.find(payment.atProvider())) {
                case UNKNOWN -> {
                    return;
                }
                case DECLINED -> record(payment, new Step.Declined());
                case PENDING, AUTHORISED, SETTLED, CANCELLED, NEVER_HEARD_OF -> record(payment, new Step.Abandoned());
            }
        }
        finish(paymentId);
    }

    @Override
    public Outcome refund(String paymentId, String refundId, int pence, String reason) {
        PaymentOnRecord payment = onRecord(paymentId);
        if (payment.claim() == null) {
            return new Outcome.Refused(RefusalCode.CONFLICT, List.of());
        }
        Outcome outcome = submit(payment, new Step.RefundDue(refundId, pence, reason));
        if (outcome instanceof Outcome.Done) {
            try {
                finish(paymentId);
            } catch (RuntimeException fault) {
                LOG.warn(
                        "a refund is left to the process ({})", fault.getClass().getName());
            }
        }
        return outcome;
    }

    /// What the provider's answer lets us record; nothing when it gave none that ends the matter.
    private Optional<Step> ask(PaymentOnRecord payment) {
        return switch (payment.owed()) {
            case NOTHING, OUTCOME -> Optional.empty();
            case SETTLEMENT -> settle(payment);
            case RELEASE -> release(payment);
            case REFUND -> refund(payment);
        };
    }

    private Optional<Step> settle(PaymentOnRecord payment) {
        PaymentProvider.Standing standing = provider.settle(payment.atProvider());
        return switch (standing) {
            case SETTLED -> Optional.of(new Step.Settled());
            case PENDING, AUTHORISED, UNKNOWN -> Optional.empty();
            case DECLINED, CANCELLED, NEVER_HEARD_OF -> {
                LOG.error(
                        "a fee was not paid for a change that stands: payment {}",
                        payment.known().paymentId());
                yield Optional.of(new Step.SettlementRefused(standing.name()));
            }
        };
    }

    private Optional<Step> release(PaymentOnRecord payment) {
        return switch (provider.cancel(payment.atProvider())) {
            case CANCELLED, DECLINED, NEVER_HEARD_OF -> Optional.of(new Step.Released());
            case PENDING, AUTHORISED, UNKNOWN -> Optional.empty();
            case SETTLED ->
                Optional.of(
                        new Step.RefundDue(TAKEN_FOR_NOTHING, payment.known().amountPence(), TAKEN_FOR_NOTHING));
        };
    }

    private Optional<Step> refund(PaymentOnRecord payment) {
        PaymentRefundDue due = payment.openRefunds().getFirst();
        Refund answer = provider.refund(payment.atProvider(), due.amountPence(), payment.refundedPence());
        if (answer == Refund.REFUSED) {
            LOG.warn("the provider does not give a refund now: payment {}", due.paymentId());
        }
        return answer == Refund.GIVEN ? Optional.of(new Step.Refunded(due.refundId())) : Optional.empty();
    }

    /// Whether it was this instance that recorded it.
    private boolean record(PaymentOnRecord payment, Step step) {
        return submit(payment, step) instanceof Outcome.Done;
    }

    private Outcome submit(PaymentOnRecord payment, Step step) {
        return desk.submit(
                new FinishPayment(payment.known().paymentId(), step),
                Submission.ofRegister(payment.known().transactionId()));
    }

    private PaymentOnRecord onRecord(String paymentId) {
        return Fold.of(log.read(paymentId), PaymentOnRecord.NEW, PaymentDecider::evolve);
    }
}
