package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.PaymentRefundDue;

/// The right to a mark is given up, and GBP 80 of what was paid for it is due back (domain.md 1.5).
record SurrenderEntitlement(CertificateInHand certificate) implements Order {

    static Arbitrary<SurrenderEntitlement> any() {
        return CertificateInHand.any().map(SurrenderEntitlement::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        return certificate.request("entitlement-surrenders", EntitlementSurrendered.class, papers);
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onCertificate(request.text("registrationMark"), request);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        model.places.put(request.text("registrationMark"), new Place.GivenUp());
        if (recorded.the(PaymentRefundDue.class).amountPence() != 80_00)
            throw new AssertionError("another sum is due back than GBP 80");
    }
}
