package uk.vehicleregister.command.authority.revoke;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.AUTHORITY_EXPIRED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.AUTHORITY_REVOKED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NOT_FOUND;

import java.time.LocalDate;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.AuthorityRevoked;

/// May this account take this authority back? What somebody else granted is as if it were not there.
final class RevokeAuthorityDecider {

    sealed interface Authority {
        record None() implements Authority {}

        record Given(String by, LocalDate until) implements Authority {}

        record TakenBack(String by) implements Authority {}
    }

    /// @param account pseudonym of the account that asks
    static Decision decide(RevokeAuthority command, Authority authority, String account, LocalDate today) {
        return switch (authority) {
            case Authority.None _ -> refused(NOT_FOUND);
            case Authority.Given given when !given.by().equals(account) -> refused(NOT_FOUND);
            case Authority.Given given when given.until().isBefore(today) -> refused(AUTHORITY_EXPIRED);
            case Authority.Given _ -> accepted(new AuthorityRevoked(command.authorityId(), today));
            case Authority.TakenBack before -> refused(before.by().equals(account) ? AUTHORITY_REVOKED : NOT_FOUND);
        };
    }

    static Authority evolve(Authority authority, AuthorityFact fact) {
        return switch (fact) {
            case AuthorityGranted f -> new Authority.Given(f.grantedBy(), f.until());
            case AuthorityRevoked _ ->
                authority instanceof Authority.Given given ? new Authority.TakenBack(given.by()) : authority;
        };
    }

    private RevokeAuthorityDecider() {}
}
