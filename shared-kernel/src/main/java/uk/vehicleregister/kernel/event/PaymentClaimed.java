package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/// A payment is about to be asked of the provider; recorded first, so that an unknown outcome can be taken up again.
///
/// @param requestFingerprint keyed digest of the request, so that the claim serves no other one
@Recorded(name = "PaymentClaimed")
public record PaymentClaimed(
        String paymentId,
        UUID transactionId,
        String requestFingerprint,
        FeePurpose purpose,
        int amountPence,
        LocalDate claimedOn)
        implements PaymentFact {

    public PaymentClaimed {
        requireNonNull(paymentId);
        requireNonNull(transactionId);
        requireNonNull(requestFingerprint);
        requireNonNull(purpose);
        requireNonNull(claimedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return claimedOn;
    }
}
