package uk.vehicleregister.eventstore.log;

/// What to remember of an answered request: `key` (16 bytes, the hash of client and idempotency key),
/// `fingerprint` (16 bytes, of the request's body) and a short outcome from which the answer can be rebuilt.
public record NewReceipt(byte[] key, byte[] fingerprint, String outcome) {

    public NewReceipt {
        if (key.length != 16 || fingerprint.length != 16)
            throw new IllegalArgumentException("A receipt's key and fingerprint have 16 bytes each");
    }
}
