package uk.vehicleregister.command.payment;

import java.util.Optional;

/// The provider that holds the applicant's money. Everything may be asked again: under one key it authorises once,
/// takes once, gives back once (design.md 13). That an outcome is not known is an answer, never an exception.
public interface PaymentProvider {

    sealed interface Authorisation {
        record Authorised(String providerReference) implements Authorisation {}

        record Declined() implements Authorisation {}

        /// The provider did not answer in time, or the payer is still at it; it may or may not have authorised.
        record Unknown() implements Authorisation {}
    }

    /// How a payment stands at the provider.
    enum Standing {
        /// The payer has not finished.
        PENDING,
        /// The fee is held for the register and not yet taken.
        AUTHORISED,
        DECLINED,
        /// The fee has been taken.
        SETTLED,
        /// Nothing is held any more: given back, or expired.
        CANCELLED,
        NEVER_HEARD_OF,
        /// The provider gave no answer that says it.
        UNKNOWN
    }

    enum Refund {
        GIVEN,
        /// Not now: a person may have to look, and asking again does no harm.
        REFUSED,
        UNKNOWN
    }

    /// The provider's name for the payment, where the token tells it before anything is asked. It is recorded with
    /// the claim, so that a claim can be followed up without the token.
    Optional<String> referenceOf(String key, PaymentToken token);

    /// Whether a token stands for one payment, which must not pay for two transactions.
    boolean tokensPayOnce();

    Authorisation authorise(PaymentAtProvider payment, PaymentToken token);

    /// How it stands. A payment over another amount than the fee is DECLINED.
    Standing find(PaymentAtProvider payment);

    /// Takes the fee that is held; answers how the payment stands then.
    Standing settle(PaymentAtProvider payment);

    /// Gives back a fee that is held, because the change it was for did not happen; answers how the payment stands
    /// then. What has been taken stays SETTLED, and has to be refunded.
    Standing cancel(PaymentAtProvider payment);

    /// Gives back a part of what was taken.
    ///
    /// @param before pence of this payment that were given back earlier; tells a repeated call from a further
    /// refund
    Refund refund(PaymentAtProvider payment, int pence, int before);
}
