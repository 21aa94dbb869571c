package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// The provider holds nothing any more of a payment that ended without a change.
@Recorded(name = "PaymentReleased")
public record PaymentReleased(String paymentId, LocalDate releasedOn) implements PaymentFact {

    public PaymentReleased {
        requireNonNull(paymentId);
        requireNonNull(releasedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return releasedOn;
    }
}
