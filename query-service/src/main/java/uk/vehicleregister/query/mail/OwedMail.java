package uk.vehicleregister.query.mail;

import java.util.UUID;

/// A mail that a sender has claimed.
///
/// @param attempt the number of this try; whoever ends it must still hold that one
/// @param position of the fact it is about
record OwedMail(
        long id,
        UUID transactionId,
        Recipient recipient,
        Template template,
        long position,
        int attempt,
        int triesLeft) {

    /// Ours, the same at every try.
    String reference() {
        return transactionId + "."
                + recipient.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    boolean mayHaveGone() {
        return attempt > 1;
    }
}
