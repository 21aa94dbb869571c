package uk.vehicleregister.eventstore.log;

import org.jspecify.annotations.Nullable;

/// The connection was lost while the append was under way and the log could not be read back in time: it may or may not
/// have been recorded. Retrying with the same receipt key is safe.
public final class OutcomeUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
