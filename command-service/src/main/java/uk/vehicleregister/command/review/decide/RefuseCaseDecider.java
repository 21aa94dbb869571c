package uk.vehicleregister.command.review.decide;

import java.time.LocalDate;
import java.util.List;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A case is decided once.
final class RefuseCaseDecider {

    static Decision decide(RefuseCase command, List<CaseFact> facts, LocalDate today) {
        if (facts.isEmpty()) return Decision.refused(RefusalCode.NOT_FOUND);
        if (!(facts.getLast() instanceof CaseOpened)) return Decision.refused(RefusalCode.CASE_DECIDED);
        return Decision.accepted(new CaseRefused(command.caseId(), command.reason(), today));
    }

    private RefuseCaseDecider() {}
}
