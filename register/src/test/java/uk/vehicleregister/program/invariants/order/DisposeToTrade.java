package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

/// Sold to the trade (domain.md 1.1). No new V5C: the trader sells on with the latest one.
record DisposeToTrade(int vehicle, Shown shown, SaleTerms terms) implements Order {

    static Arbitrary<DisposeToTrade> any() {
        return Combinators.combine(Orders.vehicle(), Orders.shown(), SaleTerms.any())
                .as(DisposeToTrade::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        return terms.on(Request.of(
                "disposals",
                Role.CITIZEN,
                DisposedToTrade.class,
                "registrationMark",
                v5c.mark(),
                "documentReference",
                v5c.reference(),
                "trader",
                Made.trader(),
                "rightsToMarkConsent",
                true));
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicle(
                request,
                vehicle -> vehicle.unlessGone(Expected.DONE
                                .unless(vehicle.has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                                .unless(vehicle.inTrade(), RefusalCode.ALREADY_SOLD_TO_TRADE))
                        .then(() -> SaleTerms.expected(request, vehicle.latestChange(), 2)));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle sold = model.the(request);
        LocalDate on = SaleTerms.dateOf(request);
        sold.begin(Beginning.Kind.INTO_TRADE, on, null, recorded, DisposedToTrade.class);
        sold.taxEnds(on, recorded);
    }
}
