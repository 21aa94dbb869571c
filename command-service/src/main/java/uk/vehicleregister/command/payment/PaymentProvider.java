package uk.vehicleregister.command.payment;

import java.util.Optional;

/// The provider that holds the applicant's money. `key` names one payment for ever: asking again under the same key
/// must
/// never authorise a second time (design.md 13).
public interface PaymentProvider {

    sealed interface Authorisation {
        record Authorised(String providerReference) implements Authorisation {}

        record Declined() implements Authorisation {}

        /// The provider did not answer in time; it may or may not have authorised.
        record Unknown() implements Authorisation {}
    }

    Authorisation authorise(String key, PaymentToken token, int pence);

    /// What became of an earlier call under this key; empty when the provider has never heard of it.
    Optional<Authorisation> find(String key);

    /// Gives an authorised fee back, because the change it was for has been refused.
    void cancel(String key);
}
