package uk.vehicleregister.command.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentTokenUsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.Sealed;

/// The facts that a decision leaves in the log beside its own: what became of the fee.
final class JournalEntries {

    static List<Fact> accepted(Decision.Accepted accepted, Payment payment, Submission submission, LocalDate today) {
        List<Fact> facts = new ArrayList<>(accepted.facts());
        if (payment instanceof Payment.Authorised paid) {
            facts.add(new PaymentAuthorised(paid.paymentId(), paid.providerReference(), today));
        }
        Review review = submission.review();
        if (review != null) {
            facts.add(new CaseAccepted(review.caseId(), review.reason(), today));
        }
        return facts;
    }

    /// The claim, and with a token that pays once that it has paid.
    static List<Fact> claim(
            Decision.PaymentDue due,
            Payment.Offered offered,
            Submission submission,
            @Nullable RegistrationMark about,
            LocalDate today) {
        Submission.RequestKey key = submission.receipt();
        String paymentId = submission.paymentId();
        if (key == null || paymentId == null) {
            throw new IllegalStateException("a command with a fee needs an idempotency key");
        }
        PaymentClaimed claim = new PaymentClaimed(
                paymentId,
                submission.transactionId(),
                key.fingerprintText(),
                submission.command(),
                about,
                due.purpose(),
                due.pence(),
                today,
                offered.providerReference());
        return offered.tokenDigest() == null
                ? List.of(claim)
                : List.of(claim, new PaymentTokenUsed(offered.tokenDigest(), paymentId, today));
    }

    /// A refusal after the fee was authorised gives the fee back; a declined fee is a refusal of its own.
    static List<Fact> refused(RefusalCode code, Payment payment, LocalDate today) {
        return switch (payment) {
            case Payment.None _, Payment.Offered _ -> List.of();
            case Payment.Authorised paid -> List.of(new PaymentCancelled(paid.paymentId(), code.name(), today));
            case Payment.Declined declined -> List.of(new PaymentDeclined(declined.paymentId(), today));
        };
    }

    /// A bulk load reports its rows itself.
    static List<Fact> attempted(
            RefusalCode code, Submission submission, @Nullable RegistrationMark about, LocalDate today) {
        return submission.receipt() == null
                ? List.of()
                : List.of(new AttemptRefused(UUID.randomUUID(), submission.command(), about, code, today));
    }

    /// The application as it was sent, sealed, until a registrar has decided it.
    static CaseOpened opened(Decision.UnderReview review, Submission submission, DataKey key, LocalDate today) {
        return new CaseOpened(
                UUID.randomUUID(),
                submission.transactionId(),
                submission.command(),
                review.cause(),
                review.vehicleId(),
                review.mark(),
                new Sealed(key.seal(submission.request().json())),
                submission.client(),
                submission.roleClaim(),
                submission.paymentId(),
                today);
    }

    static Outcome outcome(Decision decision, Submission submission, long position, List<Fact> recorded) {
        return switch (decision) {
            case Decision.Accepted _ ->
                new Outcome.Done(new RecordedTransaction(submission.transactionId(), position, List.copyOf(recorded)));
            case Decision.UnderReview _ -> new Outcome.UnderReview(submission.transactionId(), position);
            case Decision.PaymentDue due ->
                new Outcome.PaymentDue(submission.transactionId(), due.purpose(), due.pence());
            case Decision.Refused refused -> Outcome.refused(refused.code());
            case Decision.ConfirmationNeeded needed -> confirmationNeeded(needed);
        };
    }

    private static Outcome confirmationNeeded(Decision.ConfirmationNeeded needed) {
        return new Outcome.Refused(RefusalCode.CONFIRMATION_NEEDED, needed.warnings());
    }

    private JournalEntries() {}
}
