package uk.vehicleregister.command.web;

import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.kernel.field.Parsed;

/// Accounts that a request names. They are known by their pseudonym from here on; the plain name goes no further.
@Component
public final class Accounts {

    private final Pseudonyms pseudonyms;

    Accounts(LocalKeys keys) {
        this.pseudonyms = new Pseudonyms(keys.pseudonyms());
    }

    /// The account that the caller's own issuer knows by this subject.
    public Parsed<String> ofCallersIssuer(String subject) {
        if (!subject.matches("[\\x20-\\x7e]{1,128}") || subject.isBlank()) {
            return Parsed.malformed("must be 1 to 128 printable characters");
        }
        return Parsed.valid(pseudonyms.of(Caller.current().orElseThrow().issuer(), subject));
    }
}
