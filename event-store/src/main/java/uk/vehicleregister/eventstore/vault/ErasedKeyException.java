package uk.vehicleregister.eventstore.vault;

import java.util.UUID;

/// Somebody asked for a data key that has been destroyed; only its tombstone is left.
public final class ErasedKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ErasedKeyException(UUID keyId) {
        super("The data key " + keyId + " has been erased");
    }
}
