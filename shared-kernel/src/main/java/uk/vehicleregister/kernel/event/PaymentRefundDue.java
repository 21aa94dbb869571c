package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// Money that was taken has to go back; recorded first, so that it is given back once and not forgotten.
///
/// @param refundId what it is for, such as a transaction; asked for again, it is the same refund
@Recorded(name = "PaymentRefundDue")
public record PaymentRefundDue(String paymentId, String refundId, int amountPence, String reason, LocalDate dueOn)
        implements PaymentFact {

    public PaymentRefundDue {
        requireNonNull(paymentId);
        requireNonNull(refundId);
        requireNonNull(reason);
        requireNonNull(dueOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return dueOn;
    }
}
