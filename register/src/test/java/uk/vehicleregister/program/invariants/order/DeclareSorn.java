package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.running.WholeRegister;

/// Off the road from a day on (domain.md 1.2).
record DeclareSorn(int vehicle, Shown shown, LocalDate from) implements Order {

    private static final LocalDate TODAY = WholeRegister.TODAY;

    static Arbitrary<DeclareSorn> any() {
        Arbitrary<LocalDate> dates = Arbitraries.frequency(
                Tuple.of(6, TODAY),
                Tuple.of(2, TODAY.plusMonths(2)),
                Tuple.of(1, TODAY.plusMonths(2).plusDays(1)),
                Tuple.of(2, TODAY.minusDays(40)),
                Tuple.of(1, TODAY.minusYears(5).plusDays(1)),
                Tuple.of(1, TODAY.minusYears(5)),
                Tuple.of(1, TODAY.minusYears(5).minusDays(1)));
        return Combinators.combine(Orders.vehicle(), Orders.shown(), dates).as(DeclareSorn::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        return Request.of(
                "sorn-declarations",
                Role.CITIZEN,
                SornDeclared.class,
                "registrationMark",
                v5c.mark(),
                "documentReference",
                v5c.reference(),
                "from",
                from.toString());
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicle(
                request,
                vehicle -> Expected.DONE
                        .unless(vehicle.has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                        .unless(vehicle.has(Marker.EXPORTED), RefusalCode.EXPORTED)
                        .unless(vehicle.has(Marker.SCRAPPED), RefusalCode.SCRAPPED)
                        .unless(from.isAfter(TODAY.plusMonths(2)), RefusalCode.DATE_TOO_FAR_AHEAD)
                        .unless(from.isBefore(TODAY.minusYears(5)), RefusalCode.DATE_TOO_OLD)
                        .unless(vehicle.tax.isSornBy(from), RefusalCode.ALREADY_SORN));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.the(request);
        vehicle.refunded(from.isAfter(TODAY) ? from.minusDays(1) : TODAY, recorded);
        vehicle.tax.sorn(from);
    }
}
