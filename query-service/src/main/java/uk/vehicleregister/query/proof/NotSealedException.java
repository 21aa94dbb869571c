package uk.vehicleregister.query.proof;

/// An event that supports the answer is under no checkpoint, though it was waited for: a passing fault.
public final class NotSealedException extends RuntimeException {

    NotSealedException() {
        super("not sealed yet");
    }
}
