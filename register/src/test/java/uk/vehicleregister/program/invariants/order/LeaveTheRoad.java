package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.VehicleDestroyed;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.running.WholeRegister;

/// A vehicle is exported or scrapped, told with its V5C, or destroyed, told by a treatment facility (domain.md 1.7).
record LeaveTheRoad(Way way, int vehicle, Shown shown, LocalDate on) implements Order {

    static final String CERTIFICATE = "COD-1234567";

    enum Way {
        EXPORTED,
        SCRAPPED,
        DESTROYED
    }

    static Arbitrary<LeaveTheRoad> any() {
        LocalDate today = WholeRegister.TODAY;
        Arbitrary<LocalDate> dates = Arbitraries.frequency(
                Tuple.of(6, today), Tuple.of(1, today.plusDays(1)), Tuple.of(1, LocalDate.of(1990, 1, 1)));
        return Combinators.combine(
                        Arbitraries.of(Way.EXPORTED, Way.EXPORTED, Way.SCRAPPED, Way.DESTROYED),
                        Orders.vehicle(),
                        Orders.shown(),
                        dates)
                .as(LeaveTheRoad::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        return switch (way) {
            case EXPORTED ->
                Request.of("exports", Role.CITIZEN, VehicleExported.class, "registrationMark", v5c.mark())
                        .with("documentReference", v5c.reference())
                        .with("dateOfExport", on.toString())
                        .with("destinationCountry", "FR");
            case SCRAPPED ->
                Request.of("scrappings", Role.CITIZEN, VehicleScrapped.class, "registrationMark", v5c.mark())
                        .with("documentReference", v5c.reference())
                        .with("dateOfScrapping", on.toString());
            case DESTROYED ->
                Request.of(
                                "scrappings",
                                Role.TREATMENT_FACILITY,
                                VehicleDestroyed.class,
                                "registrationMark",
                                v5c.mark())
                        .with("certificateOfDestruction", CERTIFICATE)
                        .with("dateOfScrapping", on.toString());
        };
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        if (way == Way.DESTROYED) return destroyed(model.the(request));
        return model.onVehicle(
                request,
                vehicle -> dated(
                        vehicle,
                        vehicle.unlessGone(Expected.DONE
                                .unless(vehicle.has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                                .unless(vehicle.inTrade(), RefusalCode.NO_KEEPER))));
    }

    private Expected destroyed(ModelVehicle vehicle) {
        return dated(
                vehicle,
                Expected.DONE
                        .unless(vehicle.has(Marker.EXPORTED), RefusalCode.EXPORTED)
                        .unless(vehicle.destroyed, RefusalCode.SCRAPPED)
                        .unless(vehicle.kind == RegisterVehicle.Kind.TRACTOR, RefusalCode.NOT_CERTIFIABLE_TYPE));
    }

    private Expected dated(ModelVehicle vehicle, Expected soFar) {
        return soFar.unless(on.isAfter(WholeRegister.TODAY), RefusalCode.DATE_IN_FUTURE)
                .unless(on.isBefore(vehicle.kind.registered), RefusalCode.DATE_BEFORE_FIRST_REGISTRATION);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle gone = model.the(request);
        gone.markers.add(way == Way.EXPORTED ? Marker.EXPORTED : Marker.SCRAPPED);
        if (way == Way.DESTROYED) gone.destroyed = true;
        gone.taxEnds(on, recorded);
    }
}
