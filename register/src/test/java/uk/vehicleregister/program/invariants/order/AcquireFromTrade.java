package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

/// Sold out of the trade (domain.md 1.2).
record AcquireFromTrade(int vehicle, Shown shown, Made.Keeper buyer, SaleTerms terms, boolean sorn) implements Order {

    static Arbitrary<AcquireFromTrade> any() {
        return Combinators.combine(
                        Orders.vehicle(),
                        Orders.shown(),
                        Arbitraries.of(Made.Keeper.class),
                        SaleTerms.any(),
                        SaleTerms.mostly(false))
                .as(AcquireFromTrade::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        return terms.on(Request.of(
                "acquisitions",
                Role.DEALER,
                AcquiredFromTrade.class,
                "registrationMark",
                v5c.mark(),
                "documentReference",
                v5c.reference(),
                "trader",
                Made.trader(),
                "newKeeper",
                buyer.json(),
                "taxOrSorn",
                sorn ? "SORN" : "NEITHER"));
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicle(
                request,
                vehicle -> vehicle.unlessGone(Expected.DONE
                                .unless(vehicle.has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                                .unless(!vehicle.inTrade(), RefusalCode.KEEPER_STILL_ON_RECORD))
                        .then(() -> SaleTerms.expected(request, vehicle.latestChange(), 5)));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle sold = model.the(request);
        LocalDate on = SaleTerms.dateOf(request);
        sold.begin(Beginning.Kind.OUT_OF_TRADE, on, Beginning.Who.of(buyer), recorded, AcquiredFromTrade.class);
        sold.tax.end(on);
        if (sorn) sold.tax.sorn(on);
        sold.issued(recorded.v5c());
    }
}
