package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

/// A mark goes straight from one vehicle to another of the same keeper (domain.md 2.5), for a fee.
record TransferMark(int from, int to, Shown shown, boolean rightPostcode, String card) implements Order {

    static Arbitrary<TransferMark> any() {
        return Combinators.combine(
                        Orders.vehicle(),
                        Orders.vehicle(),
                        Orders.shown(),
                        SaleTerms.mostly(true),
                        Arbitraries.of("tok_authorised", "tok_declined"))
                .as(TransferMark::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        Papers.V5C giving = shown.of(papers, from);
        Papers.V5C getting = papers.latest(to);
        if (giving.mark().equals(getting.mark())) return null;
        return Request.of(
                "mark-transfers",
                Role.CITIZEN,
                MarkTransferredAway.class,
                "from",
                side(giving),
                "to",
                side(getting),
                "keeperPostcode",
                rightPostcode ? papers.postcode(to) : Made.WRONG_POSTCODE,
                "payment",
                Made.map("token", card));
    }

    private static Map<String, Object> side(Papers.V5C v5c) {
        return Made.map("registrationMark", v5c.mark(), "documentReference", v5c.reference());
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicles(request, List.of("from", "to"), both -> {
            ModelVehicle giving = both.getFirst();
            ModelVehicle getting = both.getLast();
            String postcode = request.text("keeperPostcode");
            return Expected.DONE
                    .unless(either(both, Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                    .unless(giving.inTrade() || getting.inTrade(), RefusalCode.NO_KEEPER)
                    .unless(both.stream().anyMatch(v -> !v.postcode().equals(postcode)), RefusalCode.POSTCODE_MISMATCH)
                    .unless(!giving.keeperName().equals(getting.keeperName()), RefusalCode.DIFFERENT_KEEPERS)
                    .unless(either(both, Marker.STOLEN), RefusalCode.STOLEN)
                    .unless(either(both, Marker.EXPORTED), RefusalCode.EXPORTED)
                    .unless(either(both, Marker.SCRAPPED), RefusalCode.SCRAPPED)
                    .unless(both.stream().anyMatch(v -> v.mark.startsWith("Q")), RefusalCode.Q_MARK)
                    .unless(giving.tax.stopsMarks() || getting.tax.stopsMarks(), RefusalCode.NOT_TAXED)
                    .unless(
                            both.stream().anyMatch(v -> v.kind == RegisterVehicle.Kind.TRACTOR),
                            RefusalCode.NOT_TESTABLE_TYPE)
                    .unless(giving.kind.registered.isBefore(LocalDate.of(1998, 1, 1)), RefusalCode.PRE_1998)
                    .unless(model.wouldLookNewer(giving.mark, getting.kind), RefusalCode.WOULD_LOOK_NEWER)
                    .then(() -> both.stream().anyMatch(ModelVehicle::needsReview) && !reviewed
                            ? Expected.UNDER_REVIEW
                            : Expected.DONE)
                    .unless(card.equals("tok_declined"), RefusalCode.PAYMENT_DECLINED);
        });
    }

    private static boolean either(List<ModelVehicle> both, Marker marker) {
        return both.stream().anyMatch(vehicle -> vehicle.has(marker));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle giving = model.the(request.inner("from"));
        ModelVehicle getting = model.the(request.inner("to"));
        MarkTransferredAway away = recorded.the(MarkTransferredAway.class);
        String moved = giving.mark;
        model.places.put(getting.mark, new Place.Void(getting));
        model.replaced(giving, away.replacement().text());
        model.put(moved, getting);
        giving.issued(recorded.v5cOf(giving.mark));
        getting.issued(recorded.v5cOf(moved));
    }
}
