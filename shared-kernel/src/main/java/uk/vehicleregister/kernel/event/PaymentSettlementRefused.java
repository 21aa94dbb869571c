package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// The provider will not take the fee it had authorised, and the change has been made: a person has to ask for the
/// money.
///
/// @param reason how the payment stands at the provider
@Recorded(name = "PaymentSettlementRefused")
public record PaymentSettlementRefused(String paymentId, String reason, LocalDate refusedOn) implements PaymentFact {

    public PaymentSettlementRefused {
        requireNonNull(paymentId);
        requireNonNull(reason);
        requireNonNull(refusedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return refusedOn;
    }
}
