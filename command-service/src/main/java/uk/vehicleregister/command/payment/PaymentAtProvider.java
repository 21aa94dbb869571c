package uk.vehicleregister.command.payment;

import org.jspecify.annotations.Nullable;

/// One payment, as both sides name it.
///
/// @param key the register's name: one payment for ever, whatever is asked under it
/// @param reference the provider's name, where it is known
/// @param pence the whole fee
public record PaymentAtProvider(String key, @Nullable String reference, int pence) {

    /// Without the reference: for some providers the applicant's token is the reference.
    @Override
    public String toString() {
        return "PaymentAtProvider[" + key + "]";
    }
}
