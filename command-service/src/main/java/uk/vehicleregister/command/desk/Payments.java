package uk.vehicleregister.command.desk;

/// What a payment still owes once its command has been answered: to be settled, let go, or given back. All of it is
/// in the log before the provider is asked, so that a crash delays it and no more; the process
/// `WhenPaymentIsLeftOpenThenFinishIt` takes up what is left.
public interface Payments {

    /// Does at once what is owed. What cannot be done now is left to the process.
    void finish(String paymentId);

    /// Gives money back. Once this has answered `Outcome.Done`, the refund is in the log and will be given, even if
    /// this process ends now. A slice whose own change is the reason records [PaymentRefundDue] in the append of
    /// that change instead (see [RefundRule]), and the process does the rest.
    ///
    /// @param refundId what it is for, such as the transaction; the same one again is the same refund, and answers
    /// `Outcome.Refused` with `CONFLICT`, as does more than is left of the payment
    Outcome refund(String paymentId, String refundId, int pence, String reason);
}
