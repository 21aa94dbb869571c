package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// The provider gave that much back.
@Recorded(name = "PaymentRefunded")
public record PaymentRefunded(String paymentId, String refundId, int amountPence, String reason, LocalDate refundedOn)
        implements PaymentFact {

    public PaymentRefunded {
        requireNonNull(paymentId);
        requireNonNull(refundId);
        requireNonNull(reason);
        requireNonNull(refundedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return refundedOn;
    }
}
