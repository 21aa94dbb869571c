package uk.vehicleregister.query.mail.post;

/// The provider did not say whether it has a letter. The message names a class at most, never what was sent.
final class PostboxSilentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PostboxSilentException(String what) {
        super("The mail provider did not answer: " + what);
    }
}
