package uk.vehicleregister.query.print;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementFact;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// The right to a mark as it stood right after one of its events: what its certificate says.
///
/// @param bought a V750; otherwise a V778
/// @param holder purchaser or grantee
record CertificateOnRecord(
        boolean bought,
        Credential number,
        SealedParty holder,
        @Nullable SealedParty nominee,
        LocalDate expiresOn) {

    /// Empty when no certificate is held after these events of a mark.
    static Optional<CertificateOnRecord> after(Stream<Fact> facts) {
        return facts.reduce(Optional.empty(), CertificateOnRecord::evolve, (_, last) -> last);
    }

    private static Optional<CertificateOnRecord> evolve(Optional<CertificateOnRecord> held, Fact fact) {
        if (!(fact instanceof EntitlementFact entitlement)) return Optional.empty();
        return switch (entitlement) {
            case EntitlementGranted f ->
                Optional.of(new CertificateOnRecord(false, f.certificate(), f.grantee(), null, f.expiresOn()));
            case EntitlementBought f ->
                Optional.of(new CertificateOnRecord(true, f.certificate(), f.purchaser(), f.nominee(), f.expiresOn()));
            case NomineeNamed f ->
                held.map(c -> new CertificateOnRecord(c.bought, f.certificate(), c.holder, f.nominee(), f.expiresOn()));
            case EntitlementExtended f ->
                held.map(c -> new CertificateOnRecord(c.bought, f.certificate(), c.holder, c.nominee, f.expiresOn()));
            case EntitlementUsed _, EntitlementSurrendered _, EntitlementLapsed _ -> Optional.empty();
        };
    }
}
