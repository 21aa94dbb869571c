package uk.vehicleregister.query.seal;

/// The key service gave no signature. Nothing was published; the sealer asks again. Says why, and no secret.
final class KeyServiceException extends RuntimeException {

    KeyServiceException(String why) {
        super("The key service gave no signature: " + why);
    }
}
