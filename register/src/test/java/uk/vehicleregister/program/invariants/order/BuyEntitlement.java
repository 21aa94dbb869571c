package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Somebody buys a mark that was never issued, or one that was.
record BuyEntitlement(boolean unissued, int other, String card) implements Order {

    /// Marks with 14 were first issued then; no vehicle of the model is of that half-year.
    private static final LocalDate FIRST_ISSUED = LocalDate.of(2014, 3, 1);

    static Arbitrary<BuyEntitlement> any() {
        return Combinators.combine(
                        SaleTerms.mostly(true),
                        Orders.vehicle(),
                        Arbitraries.of("tok_authorised", "tok_authorised", "tok_declined"))
                .as(BuyEntitlement::new);
    }

    @Override
    public Request request(Papers papers) {
        return Request.of(
                "entitlements",
                Role.CITIZEN,
                EntitlementBought.class,
                "registrationMark",
                unissued ? Made.unissuedMark() : papers.latest(other).mark(),
                "purchaser",
                Made.purchaser(),
                "payment",
                Made.map("token", card));
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return Expected.DONE
                .unless(model.places.containsKey(request.text("registrationMark")), RefusalCode.MARK_NOT_AVAILABLE)
                .unless(card.equals("tok_declined"), RefusalCode.PAYMENT_DECLINED);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        String mark = request.text("registrationMark");
        EntitlementBought bought = recorded.the(EntitlementBought.class);
        model.certified(mark, recorded.number(bought.certificate()), Made.PURCHASER);
        model.ages.put(mark, FIRST_ISSUED);
    }
}
