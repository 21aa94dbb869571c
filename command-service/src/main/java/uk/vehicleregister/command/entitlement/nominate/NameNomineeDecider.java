package uk.vehicleregister.command.entitlement.nominate;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.function.Function;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.entitlement.CertificateGate.Found;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// May a nominee be named on this certificate?
final class NameNomineeDecider {

    record Papers(Credential certificate, SealedParty nominee) {}

    /// @param print makes the new number and seals the name; asked only once nothing stands in the way
    static Decision decide(NameNominee command, Found found, Function<Held, Papers> print, LocalDate today) {
        if (!found.matches()) return refused(RefusalCode.CERTIFICATE_NOT_MATCHED);
        if (!(found.entitlement() instanceof Held held) || held.isLost(today))
            return refused(RefusalCode.CERTIFICATE_EXPIRED);
        Papers papers = print.apply(held);
        return accepted(
                new NomineeNamed(command.mark(), papers.certificate(), papers.nominee(), today, held.expiresOn()));
    }

    private NameNomineeDecider() {}
}
