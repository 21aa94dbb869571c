package uk.vehicleregister.eventstore.log;

import org.jspecify.annotations.Nullable;

/// The append is not one the log can take (a payload that is no JSON, a gap in versions, a stream this login may not
/// write): a fault of the caller. Nothing was recorded, and trying again will not help.
public final class AppendRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AppendRejectedException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
