package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.V5CReplaced;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

/// A keeper without V5C asks for another, by mark and postcode.
record ReplaceV5C(int vehicle, boolean rightPostcode) implements Order {

    static Arbitrary<ReplaceV5C> any() {
        return Combinators.combine(Orders.vehicle(), SaleTerms.mostly(true)).as(ReplaceV5C::new);
    }

    @Override
    public Request request(Papers papers) {
        return Request.of(
                "v5c-replacements",
                Role.CITIZEN,
                V5CReplaced.class,
                "registrationMark",
                papers.latest(vehicle).mark(),
                "keeperPostcode",
                rightPostcode ? papers.postcode(vehicle) : Made.WRONG_POSTCODE,
                "reason",
                "LOST");
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicle(
                request,
                vehicle -> Expected.DONE
                        .unless(vehicle.has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                        .unless(vehicle.has(Marker.EXPORTED), RefusalCode.EXPORTED)
                        .unless(vehicle.has(Marker.SCRAPPED), RefusalCode.SCRAPPED));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        model.the(request).issued(recorded.v5c());
    }
}
