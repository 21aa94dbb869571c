package uk.vehicleregister.command.desk;

/// Where the fee of a command stands when it is decided.
public sealed interface Payment {

    /// No fee has been asked for yet.
    record None() implements Payment {}

    /// The provider has authorised the fee under this payment's key.
    record Authorised(String paymentId, String providerReference) implements Payment {}

    /// The provider will not take the fee.
    record Declined(String paymentId) implements Payment {}
}
