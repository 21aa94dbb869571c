package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// The provider declined the payment; nothing else changed.
@Recorded(name = "PaymentDeclined")
public record PaymentDeclined(String paymentId, LocalDate declinedOn) implements PaymentFact {

    public PaymentDeclined {
        requireNonNull(paymentId);
        requireNonNull(declinedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return declinedOn;
    }
}
