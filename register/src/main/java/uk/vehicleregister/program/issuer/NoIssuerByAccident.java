package uk.vehicleregister.program.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/// The services share this program's class path with the development issuer. Left to itself, Spring Boot would
/// give each of them a signing key of its own to check tokens with; the issuer names what it needs and loses
/// nothing here.
class NoIssuerByAccident implements AutoConfigurationImportFilter {

    private static final String ISSUERS =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.";

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            matches[i] = candidate == null || !candidate.startsWith(ISSUERS);
        }
        return matches;
    }
}
