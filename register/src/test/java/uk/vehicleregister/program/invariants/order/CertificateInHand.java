package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.Fact;

/// The certificate somebody writes from: used long ago, printed anew since, or misread.
record CertificateInHand(int number, boolean rightNumber) {

    static Arbitrary<CertificateInHand> any() {
        return Combinators.combine(Arbitraries.integers().between(0, 7), SaleTerms.mostly(true))
                .as(CertificateInHand::new);
    }

    @Nullable
    Request request(String command, Class<? extends Fact> effect, Papers papers) {
        Papers.Certificate held = papers.certificate(number);
        return held == null
                ? null
                : Request.of(
                        command,
                        Role.CITIZEN,
                        effect,
                        "registrationMark",
                        held.mark(),
                        "certificateNumber",
                        rightNumber ? held.number() : misread(held.mark()));
    }

    static String misread(String mark) {
        return "9-00000-000000-" + mark;
    }
}
