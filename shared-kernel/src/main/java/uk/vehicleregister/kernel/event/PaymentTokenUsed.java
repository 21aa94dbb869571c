package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// A payment token has been claimed for this payment, and may pay for no other. Recorded with the claim, on a
/// stream named after a keyed digest of the token, for providers whose tokens stand for one payment only.
@Recorded(name = "PaymentTokenUsed")
public record PaymentTokenUsed(String tokenDigest, String paymentId, LocalDate usedOn) implements PaymentFact {

    public PaymentTokenUsed {
        requireNonNull(tokenDigest);
        requireNonNull(paymentId);
        requireNonNull(usedOn);
    }

    @Override
    public String stream() {
        return streamOfToken(tokenDigest);
    }

    public static String streamOfToken(String tokenDigest) {
        return PaymentFact.streamOf("token-" + tokenDigest);
    }

    @Override
    public LocalDate effectiveOn() {
        return usedOn;
    }
}
