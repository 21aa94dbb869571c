package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment is about to be asked of the provider; recorded first, so that an unknown outcome can be taken up
/// again.
///
/// @param requestFingerprint keyed digest of the request, so that the claim serves no other one
/// @param providerReference the provider's name for it, where the token tells it before anything is asked
@Recorded(name = "PaymentClaimed")
public record PaymentClaimed(
        String paymentId,
        UUID transactionId,
        String requestFingerprint,
        FeePurpose purpose,
        int amountPence,
        LocalDate claimedOn,
        @Nullable String providerReference)
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
