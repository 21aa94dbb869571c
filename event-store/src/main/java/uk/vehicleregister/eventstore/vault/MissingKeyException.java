package uk.vehicleregister.eventstore.vault;

import java.util.UUID;

/// A sealed text names a data key that is not there, not even as a tombstone: a fault, not an erasure.
public final class MissingKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingKeyException(UUID keyId) {
        super("There is no data key " + keyId);
    }
}
