package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AuthorityRevoked;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Whoever gave an authority takes it back; its intermediary may not, and is told that there is none.
record RevokeAuthority(int authority, boolean byGranter) implements Order {

    static Arbitrary<RevokeAuthority> any() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), SaleTerms.mostly(true))
                .as(RevokeAuthority::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        Papers.Authority given = papers.authority(authority);
        return given == null
                ? null
                : Request.of("authority-revocations", Role.CITIZEN, AuthorityRevoked.class, "authorityId", given.id())
                        .as(Role.CITIZEN, byGranter ? Made.HOUSEHOLDER : Made.INTERMEDIARY);
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return Expected.DONE
                .unless(!byGranter, RefusalCode.NOT_FOUND)
                .unless(model.authority(request.text("authorityId")).revoked, RefusalCode.AUTHORITY_REVOKED);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        model.authority(request.text("authorityId")).revoked = true;
    }
}
