package uk.vehicleregister.eventstore.vault;

import org.jspecify.annotations.Nullable;

/// A key or a sealed text that does not open: the wrong keyset, or bytes that were changed.
public final class UnreadableKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
