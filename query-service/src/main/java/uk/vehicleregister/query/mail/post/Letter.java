package uk.vehicleregister.query.mail.post;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.keeper.Email;

/// A mail ready to go.
///
/// @param reference ours, the same at every try, so that a provider can tell a second one from the first
/// @param body English, then Welsh
public record Letter(
        String reference,
        Email to,
        String subject,
        String body,
        @Nullable Attachment attachment) {

    @Override
    public String toString() {
        return "Letter[" + reference + "]";
    }
}
