package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A mark on a certificate goes onto a vehicle (domain.md 1.5); the certificate may long be used, or misread.
record AssignMark(
        int vehicle, Shown shown, boolean rightPostcode, int certificate, boolean rightNumber, boolean consent)
        implements Order {

    static Arbitrary<AssignMark> any() {
        return Combinators.combine(
                        Orders.vehicle(),
                        Orders.shown(),
                        SaleTerms.mostly(true),
                        Arbitraries.integers().between(0, 7),
                        SaleTerms.mostly(true),
                        SaleTerms.mostly(true))
                .as(AssignMark::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        Papers.Certificate held = papers.certificate(certificate);
        if (held == null) return null;
        Papers.V5C v5c = shown.of(papers, vehicle);
        return Request.of(
                "assignments",
                Role.CITIZEN,
                MarkAssigned.class,
                "registrationMark",
                v5c.mark(),
                "documentReference",
                v5c.reference(),
                "keeperPostcode",
                rightPostcode ? papers.postcode(vehicle) : Made.WRONG_POSTCODE,
                "certificateNumber",
                rightNumber ? held.number() : CertificateInHand.misread(held.mark()),
                "markToAssign",
                held.mark(),
                "granteeConsent",
                consent,
                "actingAs",
                "KEEPER");
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        String toAssign = request.text("markToAssign");
        return model.onVehicle(
                request,
                vehicle -> vehicle.mayMoveItsMark(request)
                        .unless(toAssign.startsWith("Q"), RefusalCode.Q_MARK)
                        .unless(vehicle.kind == RegisterVehicle.Kind.TRACTOR, RefusalCode.NOT_TESTABLE_TYPE)
                        .unless(model.wouldLookNewer(toAssign, vehicle.kind), RefusalCode.WOULD_LOOK_NEWER)
                        .unless(vehicle.tax.stopsMarks(), RefusalCode.NOT_TAXED)
                        .unless(!consent, RefusalCode.CONSENT_MISSING)
                        .then(() -> model.onCertificate(toAssign, request))
                        .unless(model.isForAnother(toAssign, vehicle), RefusalCode.NOT_GRANTEE_OR_NOMINEE)
                        .then(() -> vehicle.needsReview() && !reviewed ? Expected.UNDER_REVIEW : Expected.DONE));
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.the(request);
        model.places.put(vehicle.mark, new Place.Void(vehicle));
        model.put(request.text("markToAssign"), vehicle);
        vehicle.issued(recorded.v5c());
    }
}
