package uk.vehicleregister.command.entitlement.surrender;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.entitlement.CertificateGate.Found;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// May the right to this mark be given up? The mark is void after it.
final class SurrenderEntitlementDecider {

    /// GBP 80: the part of every certificate's fee that was for the assignment (domain.md 1.5, 2.5).
    static final int REFUND_PENCE = 80_00;

    static Decision decide(SurrenderEntitlement command, Found found, LocalDate today) {
        if (!found.matches()) return refused(RefusalCode.CERTIFICATE_NOT_MATCHED);
        if (!(found.entitlement() instanceof Held held) || held.isLost(today))
            return refused(RefusalCode.CERTIFICATE_EXPIRED);
        return accepted(
                new EntitlementSurrendered(command.mark(), held.certificate(), REFUND_PENCE, today, held.expiresOn()));
    }

    private SurrenderEntitlementDecider() {}
}
