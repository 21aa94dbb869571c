package uk.vehicleregister.command.review.decide;

import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.Samples.sealed;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.refusal.RefusalCode;

class RefuseCaseTest {

    private static final UUID CASE = UUID.fromString("0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55");

    @Test
    void an_open_case_is_refused_for_a_reason() {
        refuse(opened()).thenRecorded(new CaseRefused(CASE, "identity not shown", TODAY));
    }

    @Test
    void a_case_nobody_opened_is_not_found() {
        refuse().thenRefused(RefusalCode.NOT_FOUND);
    }

    @Test
    void a_case_is_decided_once() {
        refuse(opened(), new CaseRefused(CASE, "no", TODAY)).thenRefused(RefusalCode.CASE_DECIDED);
        refuse(opened(), new CaseAccepted(CASE, "papers seen", TODAY)).thenRefused(RefusalCode.CASE_DECIDED);
    }

    private static Then refuse(CaseFact... facts) {
        return new Then(RefuseCaseDecider.decide(new RefuseCase(CASE, "identity not shown"), List.of(facts), TODAY));
    }

    private static CaseFact opened() {
        return new CaseOpened(
                CASE,
                UUID.randomUUID(),
                "retentions",
                RefusalCode.DIRECT_TO_PAPER,
                VEHICLE,
                MARK,
                sealed("a request"),
                "somebody",
                "citizen",
                null,
                TODAY);
    }
}
