package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.vehicleregister.command.payment.PaymentAtProvider;
import uk.vehicleregister.command.payment.PaymentProvider;
import uk.vehicleregister.command.payment.PaymentProvider.Authorisation;
import uk.vehicleregister.command.payment.PaymentToken;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Sees a command with a fee through (design.md 13): rules first, then a durable claim, then the provider, then the
/// change and the authorisation in one append, then the fee is settled. The provider's key is derived from client
/// and idempotency key, so a try that was cut off anywhere goes on with the same key and authorises once.
public final class PaymentDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentDesk.class);

    private final CommandDesk desk;
    private final Receipts receipts;
    private final PaymentLog log;
    private final Payments payments;
    private final PaymentProvider provider;
    private final KeyedDigest digests;

    PaymentDesk(
            CommandDesk desk,
            Receipts receipts,
            PaymentLog log,
            Payments payments,
            PaymentProvider provider,
            KeyedDigest digests) {
        this.desk = desk;
        this.receipts = receipts;
        this.log = log;
        this.payments = payments;
        this.provider = provider;
        this.digests = digests;
    }

    /// A command that asks for no fee in the end is decided like any other.
    public Outcome submit(Object command, Submission submission, @Nullable PaymentToken token) {
        return desk.alone(submission, () -> resume(command, submission, token));
    }

    private Outcome resume(Object command, Submission submission, @Nullable PaymentToken token) {
        Submission.RequestKey request = submission.receipt();
        String paymentId = submission.paymentId();
        if (request == null || paymentId == null) {
            throw new IllegalStateException("a command with a fee needs an idempotency key");
        }
        Optional<Outcome> remembered = receipts.find(request);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        List<PaymentFact> payment = log.read(paymentId);
        if (payment.isEmpty()) {
            return begin(command, submission, paymentId, token);
        }
        PaymentClaimed claim = (PaymentClaimed) payment.getFirst();
        // An accepted application may be taken up again under any key of any registrar: its payment is its own.
        if (submission.review() == null && !claim.requestFingerprint().equals(request.fingerprintText())) {
            return Outcome.refused(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (payment.size() > 1) {
            // Another instance may have answered since the first look.
            return receipts.find(request).orElseGet(() -> afterItsEnd(submission, payment));
        }
        return finish(command, submission.inTransaction(claim.transactionId()), answerFor(claim, token));
    }

    private Outcome begin(Object command, Submission submission, String paymentId, @Nullable PaymentToken token) {
        if (token == null) {
            return desk.decide(command, submission, new Payment.None());
        }
        String digest = provider.tokensPayOnce() ? digests.text("payment-token", token.text()) : null;
        String reference = provider.referenceOf(paymentId, token).orElse(null);
        Outcome outcome = desk.decide(command, submission, new Payment.Offered(reference, digest));
        if (outcome instanceof Outcome.PaymentDue due) {
            PaymentAtProvider payment = new PaymentAtProvider(paymentId, reference, due.pence());
            return finish(command, submission, provider.authorise(payment, token));
        }
        return outcome;
    }

    /// A claim was made and its try cut off: what became of it at the provider?
    private Authorisation answerFor(PaymentClaimed claim, @Nullable PaymentToken token) {
        PaymentAtProvider payment =
                new PaymentAtProvider(claim.paymentId(), claim.providerReference(), claim.amountPence());
        return switch (provider.find(payment)) {
            case AUTHORISED ->
                new Authorisation.Authorised(payment.reference() == null ? payment.key() : payment.reference());
            // What was taken before it paid for anything goes back when the declined payment is let go.
            case DECLINED, CANCELLED, SETTLED -> new Authorisation.Declined();
            case PENDING, UNKNOWN -> new Authorisation.Unknown();
            case NEVER_HEARD_OF -> token == null ? new Authorisation.Unknown() : provider.authorise(payment, token);
        };
    }

    private Outcome finish(Object command, Submission submission, Authorisation answer) {
        String paymentId = Objects.requireNonNull(submission.paymentId());
        return switch (answer) {
            case Authorisation.Unknown _ -> new Outcome.PaymentUnknown(submission.transactionId());
            case Authorisation.Declined _ ->
                followed(
                        paymentId,
                        desk.decide(
                                new RefuseForFee(RefusalCode.PAYMENT_DECLINED),
                                submission,
                                new Payment.Declined(paymentId)));
            case Authorisation.Authorised authorised ->
                followed(
                        paymentId,
                        desk.decide(
                                command,
                                submission,
                                new Payment.Authorised(paymentId, authorised.providerReference())));
        };
    }

    /// The outcome is in the log; only then is the fee taken or given back. That never changes the answer.
    private Outcome followed(String paymentId, Outcome outcome) {
        try {
            payments.finish(paymentId);
        } catch (RuntimeException fault) {
            LOG.warn("a payment is left to the process ({})", fault.getClass().getName());
        }
        return outcome;
    }

    /// It ended under another key, or without a receipt. A registrar who takes an application up once more is told by
    /// the journal when the case is decided; else the fee of the application was asked for once, and is not again.
    private Outcome afterItsEnd(Submission submission, List<PaymentFact> payment) {
        RefusalCode end = endOf(payment, submission.review() != null);
        return submission.review() == null
                ? Outcome.refused(end)
                : desk.decide(new RefuseForFee(end), submission, new Payment.None());
    }

    /// Without a receipt, the process gave it up. Or the receipt was forgotten, which a key never outlives; a case
    /// does outlive the keys it was taken up under.
    private static RefusalCode endOf(List<PaymentFact> payment, boolean isOfCase) {
        for (PaymentFact fact : payment) {
            if (fact instanceof PaymentDeclined) return RefusalCode.PAYMENT_DECLINED;
            if (fact instanceof PaymentCancelled cancelled
                    && (isOfCase || cancelled.reason().equals(PaymentCancelled.ABANDONED)))
                return RefusalCode.PAYMENT_ABANDONED;
        }
        return RefusalCode.IDEMPOTENCY_KEY_REUSED;
    }
}
