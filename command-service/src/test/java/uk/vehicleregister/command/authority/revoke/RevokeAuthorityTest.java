package uk.vehicleregister.command.authority.revoke;

import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.AUTHORITY_EXPIRED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.AUTHORITY_REVOKED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NOT_FOUND;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.authority.revoke.RevokeAuthorityDecider.Authority;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.AuthorityRevoked;

class RevokeAuthorityTest {

    private static final UUID ID = UUID.fromString("0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55");

    @Test
    void whoever_granted_it_takes_it_back() {
        given(grantedUntil(TODAY.plusDays(1))).when(revokedBy("keeper")).thenRecorded(new AuthorityRevoked(ID, TODAY));
    }

    @Test
    void on_its_last_day_it_can_still_be_taken_back() {
        given(grantedUntil(TODAY)).when(revokedBy("keeper")).thenAccepted();
    }

    @Test
    void what_has_expired_needs_no_taking_back() {
        given(grantedUntil(TODAY.minusDays(1))).when(revokedBy("keeper")).thenRefused(AUTHORITY_EXPIRED);
    }

    @Test
    void it_is_taken_back_once() {
        given(grantedUntil(TODAY), revoked()).when(revokedBy("keeper")).thenRefused(AUTHORITY_REVOKED);
    }

    @Test
    void of_an_unknown_one_nothing_is_known() {
        given().when(revokedBy("keeper")).thenRefused(NOT_FOUND);
    }

    @Test
    void to_everybody_else_it_is_as_if_it_were_not_there() {
        given(grantedUntil(TODAY)).when(revokedBy("trader")).thenRefused(NOT_FOUND);
        given(grantedUntil(TODAY), revoked()).when(revokedBy("trader")).thenRefused(NOT_FOUND);
        given(grantedUntil(TODAY.minusDays(1))).when(revokedBy("trader")).thenRefused(NOT_FOUND);
    }

    private static AuthorityFact grantedUntil(LocalDate lastDay) {
        UUID keepership = UUID.fromString("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        return new AuthorityGranted(
                ID,
                VEHICLE,
                "trader",
                List.of("disposals"),
                keepership,
                "keeper",
                "digest",
                TODAY.minusMonths(1),
                lastDay);
    }

    private static AuthorityFact revoked() {
        return new AuthorityRevoked(ID, TODAY);
    }

    private static Given<Authority> given(AuthorityFact... facts) {
        return Given.recorded(new Authority.None(), RevokeAuthorityDecider::evolve, facts);
    }

    private static Function<Authority, Decision> revokedBy(String account) {
        return authority -> RevokeAuthorityDecider.decide(new RevokeAuthority(ID), authority, account, TODAY);
    }
}
