package uk.vehicleregister.eventstore.vault;

/// The names under which the log knows accounts: the same account has the same name everywhere and always, and nothing
/// can be learnt from it without the key.
public final class Pseudonyms {

    private final KeyedDigest digest;

    public Pseudonyms(KeyedDigest digest) {
        this.digest = digest;
    }

    /// Of an account as its bearer token tells: the issuer, and the subject the issuer knows it by.
    public String of(String issuer, String subject) {
        return digest.text(issuer, subject);
    }
}
