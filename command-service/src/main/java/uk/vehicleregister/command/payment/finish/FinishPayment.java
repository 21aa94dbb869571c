package uk.vehicleregister.command.payment.finish;

/// Record what the provider said, or what it will be told.
record FinishPayment(String paymentId, Step step) {

    sealed interface Step {

        record Settled() implements Step {}

        /// @param reason how the payment stands at the provider
        record SettlementRefused(String reason) implements Step {}

        /// The provider declined what nobody came back for.
        record Declined() implements Step {}

        /// Nobody finished it within the patience of the process.
        record Abandoned() implements Step {}

        record Released() implements Step {}

        record RefundDue(String refundId, int pence, String reason) implements Step {}

        record Refunded(String refundId) implements Step {}
    }
}
