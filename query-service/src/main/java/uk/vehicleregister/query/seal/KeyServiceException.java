package uk.vehicleregister.query.seal;

/// The key service gave no signature, so nothing was signed. Says why, and no secret.
public final class KeyServiceException extends RuntimeException {

    KeyServiceException(String why) {
        super("The key service gave no signature: " + why);
    }
}
