package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// The mark comes off its vehicle and onto a certificate (domain.md 1.4), for a fee.
record RetainMark(int vehicle, Shown shown, boolean rightPostcode, String card) implements Order {

    static Arbitrary<RetainMark> any() {
        Arbitrary<String> cards = Arbitraries.frequency(
                Tuple.of(8, "tok_authorised"), Tuple.of(1, "tok_declined"), Tuple.of(1, "tok_timeout"));
        return Combinators.combine(Orders.vehicle(), Orders.shown(), SaleTerms.mostly(true), cards)
                .as(RetainMark::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        return Request.of(
                "retentions",
                Role.CITIZEN,
                MarkRetained.class,
                "registrationMark",
                v5c.mark(),
                "documentReference",
                v5c.reference(),
                "keeperPostcode",
                rightPostcode ? papers.postcode(vehicle) : Made.WRONG_POSTCODE,
                "actingAs",
                "KEEPER",
                "payment",
                Made.map("token", card));
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicle(
                request,
                vehicle -> vehicle.mayMoveItsMark(request)
                        .unless(vehicle.kind == RegisterVehicle.Kind.TRACTOR, RefusalCode.NOT_TESTABLE_TYPE)
                        .unless(vehicle.kind.registered.isBefore(LocalDate.of(1998, 1, 1)), RefusalCode.PRE_1998)
                        .unless(vehicle.tax.stopsMarks(), RefusalCode.NOT_TAXED)
                        .then(() -> vehicle.needsReview() && !reviewed ? Expected.UNDER_REVIEW : Expected.DONE)
                        .unless(card.equals("tok_declined"), RefusalCode.PAYMENT_DECLINED)
                        .unless(card.equals("tok_timeout"), RefusalCode.PAYMENT_OUTCOME_UNKNOWN));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.the(request);
        EntitlementGranted granted = recorded.the(EntitlementGranted.class);
        model.certified(vehicle.mark, recorded.number(granted.certificate()), vehicle.keeperName());
        model.replaced(vehicle, recorded.v5c().mark());
        vehicle.issued(recorded.v5c());
    }
}
