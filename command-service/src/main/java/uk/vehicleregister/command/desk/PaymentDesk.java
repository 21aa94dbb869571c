package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.payment.PaymentProvider;
import uk.vehicleregister.command.payment.PaymentProvider.Authorisation;
import uk.vehicleregister.command.payment.PaymentToken;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Sees a command with a fee through (design.md 13): rules first, then a durable claim, then the provider, then the
/// change
/// and the authorisation in one append. The provider's key is derived from client and idempotency key, so a try that
/// was
/// cut off anywhere goes on with the same key and authorises once.
public final class PaymentDesk {

    private final CommandDesk desk;
    private final LogAccess log;
    private final PaymentProvider provider;

    PaymentDesk(CommandDesk desk, LogAccess log, PaymentProvider provider) {
        this.desk = desk;
        this.log = log;
        this.provider = provider;
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
        Optional<Outcome> remembered = log.receipts().find(request);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        log.cache().evict(Set.of(PaymentFact.streamOf(paymentId)));
        return switch (paymentSoFar(paymentId)) {
            case null -> claim(command, submission, token);
            // An accepted application may be taken up again under any key of any registrar: its payment is its own.
            case PaymentClaimed claimed
            when submission.review() == null && !isFor(claimed, request) ->
                Outcome.refused(RefusalCode.IDEMPOTENCY_KEY_REUSED);
            case PaymentClaimed claimed ->
                finish(command, submission.inTransaction(claimed.transactionId()), answerFor(claimed, token));
            // The receipt of a payment that has ended is forgotten after 30 days; the payment itself is not.
            case PaymentFact _ -> Outcome.refused(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private Outcome claim(Object command, Submission submission, @Nullable PaymentToken token) {
        Outcome outcome = desk.decide(command, submission, new Payment.None());
        if (outcome instanceof Outcome.PaymentDue due && submission.paymentId() != null && token != null) {
            return finish(command, submission, provider.authorise(submission.paymentId(), token, due.pence()));
        }
        return outcome;
    }

    private Authorisation answerFor(PaymentClaimed claimed, @Nullable PaymentToken token) {
        Optional<Authorisation> known = provider.find(claimed.paymentId());
        if (known.isPresent() || token == null) {
            return known.orElse(new Authorisation.Unknown());
        }
        return provider.authorise(claimed.paymentId(), token, claimed.amountPence());
    }

    private Outcome finish(Object command, Submission submission, Authorisation answer) {
        String paymentId = Objects.requireNonNull(submission.paymentId());
        return switch (answer) {
            case Authorisation.Unknown _ -> new Outcome.PaymentUnknown(submission.transactionId());
            case Authorisation.Declined _ ->
                desk.decide(new DeclinePayment(paymentId), submission, new Payment.Declined(paymentId));
            case Authorisation.Authorised authorised -> {
                Outcome outcome = desk.decide(
                        command, submission, new Payment.Authorised(paymentId, authorised.providerReference()));
                // The refusal and the cancellation are in the log together; only then is the fee given back.
                if (outcome instanceof Outcome.Refused refused && refused.code().remembered()) {
                    provider.cancel(paymentId);
                }
                yield outcome;
            }
        };
    }

    private @Nullable PaymentFact paymentSoFar(String paymentId) {
        CachedStream stream =
                log.cache().load(List.of(PaymentFact.streamOf(paymentId))).get(PaymentFact.streamOf(paymentId));
        return stream == null || stream.payloads().isEmpty()
                ? null
                : (PaymentFact) stream.payloads().getLast();
    }

    private static boolean isFor(PaymentClaimed claimed, Submission.RequestKey request) {
        return claimed.requestFingerprint().equals(request.fingerprintText());
    }
}
