package uk.vehicleregister.kernel.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a bearer token's `roles` may say of its holder: the personas of contract.md.
public enum Role {
    CITIZEN,
    DEALER,
    REGISTRAR,
    AUDITOR,
    ENQUIRER,
    OPERATOR,
    TREATMENT_FACILITY;

    /// As written in the token: `citizen`, `treatment-facility`.
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The role of that claim; absent where this register knows none, which gives its holder nothing.
    public static Optional<Role> of(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
