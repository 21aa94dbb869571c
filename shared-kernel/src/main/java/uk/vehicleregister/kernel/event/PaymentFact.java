package uk.vehicleregister.kernel.event;

/// What happened to a payment.
public sealed interface PaymentFact extends Fact
        permits PaymentClaimed,
                PaymentTokenUsed,
                PaymentAuthorised,
                PaymentSettled,
                PaymentSettlementRefused,
                PaymentDeclined,
                PaymentCancelled,
                PaymentReleased,
                PaymentRefundDue,
                PaymentRefunded {

    String paymentId();

    @Override
    default String stream() {
        return streamOf(paymentId());
    }

    static String streamOf(String paymentId) {
        return "payment-" + paymentId;
    }
}
