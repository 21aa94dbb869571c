package uk.vehicleregister.query.mail;

/// How far a mail is.
enum MailState {
    WAITING,

    /// A sender has it in hand, or died with it in hand.
    SENDING,
    SENT,

    /// Given up, or refused for good. An operator may let it be tried again.
    FAILED,

    /// The person was erased before it went; it never will.
    ERASED,

    /// The person gave no address.
    NOT_NEEDED;

    /// Not done: it will be tried again, or somebody has to look.
    boolean isOpen() {
        return this == WAITING || this == SENDING || this == FAILED;
    }
}
