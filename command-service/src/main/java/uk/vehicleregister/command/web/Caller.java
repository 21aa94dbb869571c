package uk.vehicleregister.command.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;

/// The subject whose token came with the request.
record Caller(Authentication authentication) {

    static Optional<Caller> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Caller::new);
    }

    /// The role in which the caller may call an endpoint; the first, if they hold several.
    Optional<Role> roleFor(MayCall mayCall) {
        return Arrays.stream(mayCall.value()).filter(this::holds).findFirst();
    }

    /// Receipts, limits and the audit trail know a subject by this pseudonym only.
    String pseudonym(Pseudonyms pseudonyms) {
        return pseudonyms.of(issuer(), Objects.requireNonNull(token().getSubject()));
    }

    String issuer() {
        return String.valueOf(token().getIssuer());
    }

    private Jwt token() {
        if (!(authentication.getPrincipal() instanceof Jwt token) || token.getSubject() == null) {
            throw new IllegalStateException("a request got in without a token that names its subject");
        }
        return token;
    }

    private boolean holds(Role role) {
        return authentication.getAuthorities().stream()
                .anyMatch(held -> role.claim().equals(held.getAuthority()));
    }
}
