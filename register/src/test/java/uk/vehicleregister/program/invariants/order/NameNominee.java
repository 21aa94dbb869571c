package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.NomineeNamed;

/// Somebody is named on whose vehicle the mark may go; the certificate is printed anew (domain.md 2.5).
record NameNominee(CertificateInHand certificate, Nominee nominee) implements Order {

    enum Nominee {
        PERSON("Gwen Parry"),
        BUSINESS("TAFF VAN HIRE LTD"),
        ESTATE(Made.EXECUTOR),
        NO_KEEPER_AT_ALL("Emlyn Pugh");

        final String called;

        Nominee(String called) {
            this.called = called;
        }
    }

    static Arbitrary<NameNominee> any() {
        return Combinators.combine(CertificateInHand.any(), Arbitraries.of(Nominee.class))
                .as(NameNominee::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        Request request = certificate.request("entitlement-nominations", NomineeNamed.class, papers);
        return request == null ? null : request.with("nominee", Made.map("name", nominee.called));
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onCertificate(request.text("registrationMark"), request);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        String mark = request.text("registrationMark");
        String number = recorded.number(recorded.the(NomineeNamed.class).certificate());
        String holder = model.certificateOf(mark).holder();
        model.certified(mark, new Place.Certified(number, holder, nominee.name()));
    }
}
