package uk.vehicleregister.query.replay;

/// The replay was asked for something that cannot be done with this log or these rows.
public final class UnusableOrderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableOrderException(String message) {
        super(message);
    }
}
