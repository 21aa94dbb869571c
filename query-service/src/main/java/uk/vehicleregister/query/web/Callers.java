package uk.vehicleregister.query.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.kernel.access.Role;

/// Who is asking, under the pseudonym that the log knows them by.
@Component
public final class Callers {

    private final Pseudonyms pseudonyms;

    Callers(LocalKeys keys) {
        this.pseudonyms = new Pseudonyms(keys.pseudonyms());
    }

    /// The same digest that the command side writes into an event's metadata.
    public String pseudonym() {
        if (!(caller().getPrincipal() instanceof Jwt token) || token.getSubject() == null)
            throw new IllegalStateException("a request got in without a token that names its subject");
        return pseudonyms.of(String.valueOf(token.getIssuer()), token.getSubject());
    }

    public boolean holds(Role role) {
        return caller().getAuthorities().stream().anyMatch(held -> role.claim().equals(held.getAuthority()));
    }

    private static Authentication caller() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) throw new IllegalStateException("there is no caller outside a request");
        return caller;
    }
}
