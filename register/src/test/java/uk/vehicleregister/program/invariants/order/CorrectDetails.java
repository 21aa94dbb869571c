package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A registrar tells of another colour, or of a year in which it cannot have been made; sometimes about an event that
/// does not tell what the vehicle is.
record CorrectDetails(int vehicle, int entry, String colour, boolean possibleYear) implements Order {

    static Arbitrary<CorrectDetails> any() {
        return Combinators.combine(
                        Orders.vehicle(),
                        Arbitraries.of(9, 9, 9, 0),
                        Arbitraries.of("PINK", "RED", RegisterVehicle.COLOUR),
                        SaleTerms.mostly(true))
                .as(CorrectDetails::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.Entry wrong = papers.entry(vehicle, entry);
        Request request = Request.of(
                "corrections",
                Role.REGISTRAR,
                DetailsCorrected.class,
                "vehicleId",
                wrong.vehicleId(),
                "corrects",
                wrong.position(),
                "reason",
                "case 18",
                "colour",
                colour);
        return possibleYear ? request : request.with("yearOfManufacture", 2026);
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        ModelVehicle vehicle = model.withId(request.text("vehicleId"));
        boolean tellsDetails = vehicle.tellingDetails.contains(Long.parseLong(request.text("corrects")));
        return Expected.DONE
                .unless(!tellsDetails || !possibleYear, RefusalCode.NOT_CORRECTABLE)
                .unless(vehicle.colour.equals(colour), RefusalCode.NOTHING_TO_CORRECT);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.withId(request.text("vehicleId"));
        vehicle.colour = colour;
        boolean reissued = vehicle.canHaveV5C() && !vehicle.inTrade();
        if (reissued != recorded.has(V5CIssued.class))
            throw new AssertionError("a V5C should " + (reissued ? "have been" : "not have been") + " printed");
        if (reissued) vehicle.issued(recorded.v5c());
    }
}
