package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// The provider took the fee for the register, after the change it pays for was recorded.
@Recorded(name = "PaymentSettled")
public record PaymentSettled(String paymentId, LocalDate settledOn) implements PaymentFact {

    public PaymentSettled {
        requireNonNull(paymentId);
        requireNonNull(settledOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return settledOn;
    }
}
