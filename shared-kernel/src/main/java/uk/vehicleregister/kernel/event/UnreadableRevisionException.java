package uk.vehicleregister.kernel.event;

/// The log holds an event in a revision that this program does not read. Its message and its name may be logged: they
/// say nothing of what the event holds.
public final class UnreadableRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnreadableRevisionException(String message) {
        super(message);
    }

    static UnreadableRevisionException later(String event, int revision, int today) {
        return new UnreadableRevisionException(
                "the log holds %s in revision %d, and this program reads up to %d: a newer one wrote it"
                        .formatted(event, revision, today));
    }

    static UnreadableRevisionException lost(String event, int revision) {
        return new UnreadableRevisionException("no upcaster reads %s in revision %d".formatted(event, revision));
    }
}
