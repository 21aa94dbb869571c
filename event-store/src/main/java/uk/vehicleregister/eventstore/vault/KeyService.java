package uk.vehicleregister.eventstore.vault;

/// Wraps intermediate keys under a key that never leaves the service: a KMS, or a local keyset on the embedded
/// default. That key has versions: what only an older one opens can be read no more once it is destroyed.
public interface KeyService {

    byte[] wrap(byte[] key);

    /// Throws when these bytes were not wrapped by this service.
    byte[] unwrap(byte[] wrapped);

    /// From now on wraps under a new version; those before still unwrap.
    void renew();

    /// Destroys all versions but the newest, for good; none as long as these bytes need an older one.
    void destroyOlder(byte[] needed);
}
