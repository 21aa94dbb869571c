package uk.vehicleregister.query.web;

import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.kernel.access.Role;

/// Who asks, where an answer depends on it: by the pseudonym under which the log knows the account.
@Component
public class Callers {

    private final Pseudonyms pseudonyms;

    Callers(LocalKeys keys) {
        this.pseudonyms = new Pseudonyms(keys.pseudonyms());
    }

    public String pseudonym() {
        if (!(authentication().getPrincipal() instanceof Jwt token))
            throw new IllegalStateException("Only an endpoint with a bearer token asks who called it");
        return pseudonyms.of(String.valueOf(token.getIssuer()), Objects.requireNonNull(token.getSubject()));
    }

    public boolean are(Role role) {
        return authentication().getAuthorities().stream()
                .anyMatch(held -> role.claim().equals(held.getAuthority()));
    }

    private static Authentication authentication() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
