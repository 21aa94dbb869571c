package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

/// A private sale (domain.md 1.3).
record ChangeKeeper(int vehicle, Shown shown, Made.Keeper buyer, SaleTerms terms) implements Order {

    static Arbitrary<ChangeKeeper> any() {
        return Combinators.combine(Orders.vehicle(), Orders.shown(), Arbitraries.of(Made.Keeper.class), SaleTerms.any())
                .as(ChangeKeeper::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        return terms.on(Request.of(
                "keeper-changes",
                Role.CITIZEN,
                KeeperChanged.class,
                "registrationMark",
                v5c.mark(),
                "documentReference",
                v5c.reference(),
                "newKeeper",
                buyer.json(),
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
                        .then(() -> SaleTerms.expected(request, vehicle.latestChange(), 5)));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle sold = model.the(request);
        LocalDate on = SaleTerms.dateOf(request);
        sold.begin(Beginning.Kind.SOLD, on, Beginning.Who.of(buyer), recorded, KeeperChanged.class);
        sold.taxEnds(on, recorded);
        sold.issued(recorded.v5c());
    }
}
