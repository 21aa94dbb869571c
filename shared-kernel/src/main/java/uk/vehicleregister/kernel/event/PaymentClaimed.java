package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/// A payment is about to be asked of the provider; recorded first, so that an unknown outcome can be taken up again.
///
/// @param requestFingerprint keyed digest of the request, so that the claim serves no other one
/// @param command the contract's name of the command whose fee it is, such as `retentions`
@Recorded(name = "PaymentClaimed", revision = 2)
public record PaymentClaimed(
        String paymentId,
        UUID transactionId,
        String requestFingerprint,
        String command,
        FeePurpose purpose,
        int amountPence,
        LocalDate claimedOn)
        implements PaymentFact {

    public PaymentClaimed {
        requireNonNull(paymentId);
        requireNonNull(transactionId);
        requireNonNull(requestFingerprint);
        requireNonNull(command);
        requireNonNull(purpose);
        requireNonNull(claimedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return claimedOn;
    }
}
