package uk.vehicleregister.query.mail.post;

/// What became of a letter that was handed in. Codes are of the register's own making: `A-Z`, digits and `_`, never
/// what a server said, which may quote the address.
public sealed interface Posting {

    /// It is with the provider now, under that reference of theirs.
    record Taken(String providerReference) implements Posting {}

    /// It will never be taken as it is.
    record Refused(String code) implements Posting {}

    /// It was not taken, or nobody can say whether it was; another try may help.
    record NotNow(String code) implements Posting {}
}
