package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.running.WholeRegister;

/// A keeper lets an intermediary act for them (domain.md 0).
record GrantAuthority(int vehicle, Shown shown, List<String> scope, LocalDate until) implements Order {

    private static final LocalDate TODAY = WholeRegister.TODAY;

    static Arbitrary<GrantAuthority> any() {
        Arbitrary<List<String>> scopes = Arbitraries.frequency(
                Tuple.of(3, List.of("disposals", "keeper-changes", "retentions", "sorn-declarations")),
                Tuple.of(1, List.of("sorn-declarations")));
        Arbitrary<LocalDate> dates = Arbitraries.frequency(
                Tuple.of(4, TODAY.plusYears(2)),
                Tuple.of(4, TODAY),
                Tuple.of(1, TODAY.minusDays(1)),
                Tuple.of(1, TODAY.plusYears(2).plusDays(1)));
        return Combinators.combine(Orders.vehicle(), Orders.shown(), scopes, dates)
                .as(GrantAuthority::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        return Request.of(
                        "authorities",
                        Role.CITIZEN,
                        AuthorityGranted.class,
                        "registrationMark",
                        v5c.mark(),
                        "documentReference",
                        v5c.reference(),
                        "intermediary",
                        Made.INTERMEDIARY,
                        "scope",
                        scope,
                        "until",
                        until.toString())
                .as(Role.CITIZEN, Made.HOUSEHOLDER);
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicle(
                request,
                vehicle -> Expected.DONE
                        .unless(vehicle.has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                        .unless(vehicle.inTrade(), RefusalCode.NO_KEEPER)
                        .unless(vehicle.has(Marker.EXPORTED), RefusalCode.EXPORTED)
                        .unless(vehicle.has(Marker.SCRAPPED), RefusalCode.SCRAPPED)
                        .unless(
                                until.isBefore(TODAY) || until.isAfter(TODAY.plusYears(2)),
                                RefusalCode.AUTHORITY_PERIOD));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.the(request);
        model.granted(new ModelAuthority(
                recorded.the(AuthorityGranted.class).authorityId().toString(),
                vehicle,
                Objects.requireNonNull(vehicle.now().who).key(),
                scope));
    }
}
