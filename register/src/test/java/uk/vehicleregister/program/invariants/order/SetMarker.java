package uk.vehicleregister.program.invariants.order;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.running.WholeRegister;

/// A registrar sets or lifts a marker; those that say what is already so are told so. Most are lifted: with all of them
/// standing half of the time, hardly anything else could happen.
///
/// @param looking whether who lifts one looks first which ones stand
/// @param namingCertificate without its number a certificate of destruction is not withdrawn
record SetMarker(int vehicle, Marker marker, boolean set, boolean looking, boolean namingCertificate) implements Order {

    /// Those that stop everything are rarer than those that ask for a registrar.
    private static final Arbitrary<Marker> MARKERS = Arbitraries.frequency(
            Tuple.of(1, Marker.V5C_SUPPRESSED),
            Tuple.of(2, Marker.EXPORTED),
            Tuple.of(1, Marker.SCRAPPED),
            Tuple.of(1, Marker.STOLEN),
            Tuple.of(3, Marker.WRITE_OFF_A),
            Tuple.of(3, Marker.IDENTITY_CHECK));

    static Arbitrary<SetMarker> any() {
        return Combinators.combine(
                        Orders.vehicle(),
                        MARKERS,
                        Arbitraries.frequency(Tuple.of(1, true), Tuple.of(2, false)),
                        SaleTerms.mostly(true),
                        SaleTerms.mostly(true))
                .as(SetMarker::new);
    }

    @Override
    public Request request(Papers papers) {
        return Request.of(
                "markers",
                Role.REGISTRAR,
                MarkerFact.class,
                "registrationMark",
                papers.latest(vehicle).mark(),
                "marker",
                named(papers).name(),
                "state",
                set ? "SET" : "LIFTED",
                "reason",
                namingCertificate ? "certificate " + LeaveTheRoad.CERTIFICATE + " withdrawn" : "case 17");
    }

    private Marker named(Papers papers) {
        List<Marker> standing = papers.standing(vehicle);
        return set || !looking || standing.isEmpty() || standing.contains(marker) ? marker : standing.getFirst();
    }

    private static Marker in(Request request) {
        return Marker.valueOf(request.text("marker"));
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        ModelVehicle vehicle = model.the(request);
        Marker marker = in(request);
        return Expected.DONE
                .unless(vehicle.has(marker) == set, RefusalCode.MARKER_UNCHANGED)
                .unless(
                        !set && marker == Marker.SCRAPPED && vehicle.destroyed && !namingCertificate,
                        RefusalCode.CERTIFICATE_OF_DESTRUCTION_STANDS);
    }

    /// A keeper whose V5Cs were held back gets one when they no longer are.
    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.the(request);
        Marker marker = in(request);
        boolean ends = marker == Marker.EXPORTED || marker == Marker.SCRAPPED;
        if (set && ends) vehicle.tax.end(WholeRegister.TODAY);
        if (set) vehicle.markers.add(marker);
        else vehicle.markers.remove(marker);
        if (marker == Marker.SCRAPPED && !set) vehicle.destroyed = false;
        boolean isGone = vehicle.has(Marker.EXPORTED) || vehicle.has(Marker.SCRAPPED);
        if (!set && marker == Marker.V5C_SUPPRESSED && !vehicle.inTrade() && !isGone) vehicle.issued(recorded.v5c());
    }
}
