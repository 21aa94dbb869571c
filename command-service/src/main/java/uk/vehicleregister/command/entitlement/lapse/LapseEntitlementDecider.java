package uk.vehicleregister.command.entitlement.lapse;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Is the right to this mark lost?
final class LapseEntitlementDecider {

    /// It lapsed on the day it could first not be used, however late that is noticed. What is not held was used,
    /// given up or lapsed by somebody quicker.
    static Decision decide(LapseEntitlement command, Entitlement entitlement, LocalDate today) {
        if (!(entitlement instanceof Held held) || !held.isLost(today)) return refused(RefusalCode.CONFLICT);
        return accepted(new EntitlementLapsed(command.mark(), held.lostOn()));
    }

    private LapseEntitlementDecider() {}
}
