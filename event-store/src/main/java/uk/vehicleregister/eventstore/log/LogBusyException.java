package uk.vehicleregister.eventstore.log;

import org.jspecify.annotations.Nullable;

/// Another process held the log for longer than the lock wait of two seconds; nothing was recorded.
public final class LogBusyException extends LogUnavailableException {

    private static final long serialVersionUID = 1L;

    public LogBusyException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
