package uk.vehicleregister.command.desk;

import java.util.List;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentFact;

/// What the log says of a fee at the moment a command is recorded; read through the journal, so that a fee that
/// moves on meanwhile makes the try stale.
final class FeeStanding {

    /// One hosted payment never pays for two transactions; the stream's version decides between two at once.
    static boolean hasPaidForAnother(Payment.Offered offered, Submission submission, Journal journal) {
        return offered.tokenDigest() != null
                && journal.token(offered.tokenDigest()).stream()
                        .anyMatch(used -> !used.paymentId().equals(submission.paymentId()));
    }

    /// The process may have given up what a late request still wants to finish; then nothing is recorded.
    static boolean hasEnded(Payment payment, Journal journal) {
        return switch (payment) {
            case Payment.None _, Payment.Offered _ -> false;
            case Payment.Authorised paid -> !isClaimed(journal.payment(paid.paymentId()));
            case Payment.Declined declined -> !isClaimed(journal.payment(declined.paymentId()));
        };
    }

    private static boolean isClaimed(List<PaymentFact> facts) {
        return !facts.isEmpty() && facts.getLast() instanceof PaymentClaimed;
    }

    private FeeStanding() {}
}
