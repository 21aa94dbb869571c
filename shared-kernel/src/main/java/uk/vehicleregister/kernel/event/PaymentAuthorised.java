package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// The provider authorised the payment.
@Recorded(name = "PaymentAuthorised")
public record PaymentAuthorised(String paymentId, String providerReference, LocalDate authorisedOn)
        implements PaymentFact {

    public PaymentAuthorised {
        requireNonNull(paymentId);
        requireNonNull(providerReference);
        requireNonNull(authorisedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return authorisedOn;
    }
}
