package uk.vehicleregister.eventstore.vault;

import java.util.UUID;

/// A data key as it is stored: encrypted under an intermediate key.
public record WrappedKey(UUID keyId, int intermediateId, byte[] wrapped) {}
