package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A sale that is not looked at: in no form, or from somebody who may not tell of one. Nothing is counted.
record Unfit(ChangeKeeper sale, boolean malformed) implements Order {

    static Arbitrary<Unfit> any() {
        return Combinators.combine(ChangeKeeper.any(), Arbitraries.of(true, false))
                .as(Unfit::new);
    }

    @Override
    public Request request(Papers papers) {
        Request request = sale.request(papers);
        return malformed
                ? request.with("dateOfSale", "yesterday")
                : new Request(request.path(), Role.AUDITOR, request.effect(), request.body(), null);
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return Expected.refused(malformed ? RefusalCode.INVALID_REQUEST : RefusalCode.FORBIDDEN);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        throw new AssertionError("it should never have been recorded");
    }
}
