package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EntitlementExtended;

/// Ten years more on a certificate, which is printed anew (domain.md 2.5).
record ExtendEntitlement(CertificateInHand certificate) implements Order {

    static Arbitrary<ExtendEntitlement> any() {
        return CertificateInHand.any().map(ExtendEntitlement::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        return certificate.request("entitlement-extensions", EntitlementExtended.class, papers);
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onCertificate(request.text("registrationMark"), request);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        String mark = request.text("registrationMark");
        Place.Certified before = model.certificateOf(mark);
        String number = recorded.number(recorded.the(EntitlementExtended.class).certificate());
        model.certified(mark, new Place.Certified(number, before.holder(), before.nominee()));
    }
}
