package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// An authorised payment was given back, because what it was for did not happen.
@Recorded(name = "PaymentCancelled")
public record PaymentCancelled(String paymentId, String reason, LocalDate cancelledOn) implements PaymentFact {

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
