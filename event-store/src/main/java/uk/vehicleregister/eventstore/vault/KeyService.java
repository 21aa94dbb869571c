package uk.vehicleregister.eventstore.vault;

/// Wraps intermediate keys under a key that never leaves the service: a KMS, or a local keyset on the embedded default.
public interface KeyService {

    byte[] wrap(byte[] key);

    /// Throws when these bytes were not wrapped by this service.
    byte[] unwrap(byte[] wrapped);
}
