package uk.vehicleregister.query.disclosure;

/// The look could not be put on the log, or it is not known whether it was: nothing may be shown.
public final class LookNotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LookNotRecordedException(String message, Throwable cause) {
        super(message, cause);
    }

    public LookNotRecordedException(String message) {
        super(message);
    }
}
