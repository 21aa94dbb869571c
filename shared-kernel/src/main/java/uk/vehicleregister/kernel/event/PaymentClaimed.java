package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// A payment is about to be asked of the provider; recorded first, so that an unknown outcome can be taken up
/// again.
///
/// @param requestFingerprint keyed digest of the request, so that the claim serves no other one
/// @param providerReference the provider's name for it, where the token tells it before anything is asked
/// @param mark the mark the command is about, where it told of one
/// @param command the contract's name of the command whose fee it is, such as `retentions`
@Recorded(name = "PaymentClaimed", revision = 2)
public record PaymentClaimed(
        String paymentId,
        UUID transactionId,
        String requestFingerprint,
        String command,
        @Nullable RegistrationMark mark,
        FeePurpose purpose,
        int amountPence,
        LocalDate claimedOn,
        @Nullable String providerReference)
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
