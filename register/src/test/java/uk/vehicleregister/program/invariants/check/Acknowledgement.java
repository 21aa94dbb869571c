package uk.vehicleregister.program.invariants.check;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.Fact;

/// What a client was told: that its command is in the log.
///
/// @param key the idempotency key it was sent under
/// @param effect the one kind of fact the command is about
/// @param reference the document reference it was proven by, where it took one
public record Acknowledgement(
        String key,
        String transactionId,
        long position,
        Class<? extends Fact> effect,
        @Nullable String reference) {}
