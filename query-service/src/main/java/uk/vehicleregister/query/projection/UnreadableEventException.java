package uk.vehicleregister.query.projection;

/// An event a projection cannot read. Says where it is and never what is in it: the cause may quote a mark or a name.
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableEventException(long position, String what, Throwable cause) {
        super("The event at position " + position + " cannot be read (" + what + ": "
                + cause.getClass().getSimpleName() + ")");
    }
}
