package uk.vehicleregister.query.replay;

/// What stands in the log cannot be folded, or is not what was sealed. Says where, and never what was in it.
public final class ReplayRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReplayRefusedException(String message) {
        super(message);
    }
}
