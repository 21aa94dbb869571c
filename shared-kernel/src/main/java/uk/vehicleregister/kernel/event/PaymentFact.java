package uk.vehicleregister.kernel.event;

/// What happened to a payment.
public sealed interface PaymentFact extends Fact
        permits PaymentClaimed, PaymentAuthorised, PaymentDeclined, PaymentCancelled {

    String paymentId();

    @Override
    default String stream() {
        return streamOf(paymentId());
    }

    static String streamOf(String paymentId) {
        return "payment-" + paymentId;
    }
}
