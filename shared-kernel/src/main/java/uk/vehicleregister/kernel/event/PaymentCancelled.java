package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// A payment ended because what it was for did not happen: it was refused, or nobody finished it. Recorded before
/// the provider is told.
///
/// @param reason the refusal code, or [#ABANDONED]
@Recorded(name = "PaymentCancelled")
public record PaymentCancelled(String paymentId, String reason, LocalDate cancelledOn) implements PaymentFact {

    /// The request was begun and never finished.
    public static final String ABANDONED = "ABANDONED";

    public PaymentCancelled {
        requireNonNull(paymentId);
        requireNonNull(reason);
        requireNonNull(cancelledOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return cancelledOn;
    }
}
