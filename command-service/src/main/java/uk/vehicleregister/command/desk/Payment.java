package uk.vehicleregister.command.desk;

import org.jspecify.annotations.Nullable;

/// Where the fee of a command stands when it is decided.
public sealed interface Payment {

    /// No fee has been asked for yet, and nothing to pay one with was sent.
    record None() implements Payment {}

    /// No fee has been asked for yet; one can be claimed.
    ///
    /// @param providerReference the provider's name for the payment, where the token tells it
    /// @param tokenDigest keyed digest of a token that pays once, null for tokens that may come again
    record Offered(
            @Nullable String providerReference, @Nullable String tokenDigest) implements Payment {}

    /// The provider has authorised the fee under this payment's key.
    record Authorised(String paymentId, String providerReference) implements Payment {}

    /// The provider will not take the fee.
    record Declined(String paymentId) implements Payment {}
}
