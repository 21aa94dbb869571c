package uk.vehicleregister.eventstore.log;

import org.jspecify.annotations.Nullable;

/// The log could not be reached or could not take the append; nothing was recorded, and the same may be tried again.
public class LogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogUnavailableException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
