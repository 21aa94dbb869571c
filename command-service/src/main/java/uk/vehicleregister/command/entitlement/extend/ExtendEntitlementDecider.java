package uk.vehicleregister.command.entitlement.extend;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.function.Function;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.entitlement.CertificateGate.Found;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// May this certificate be extended? It is free, and must be asked for before it has expired (domain.md 2.5).
final class ExtendEntitlementDecider {

    /// @param print makes the new number; asked only once nothing stands in the way
    static Decision decide(ExtendEntitlement command, Found found, Function<Held, Credential> print, LocalDate today) {
        if (!found.matches()) return refused(RefusalCode.CERTIFICATE_NOT_MATCHED);
        if (!(found.entitlement() instanceof Held held) || held.hasExpired(today))
            return refused(RefusalCode.CERTIFICATE_EXPIRED);
        return accepted(new EntitlementExtended(
                command.mark(), print.apply(held), today, held.expiresOn().plusYears(Entitlement.YEARS)));
    }

    private ExtendEntitlementDecider() {}
}
