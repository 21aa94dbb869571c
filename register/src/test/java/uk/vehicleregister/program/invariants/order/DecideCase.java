package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A registrar's word on an application that waits. What is accepted is decided by all other rules as things stand now.
record DecideCase(int number, boolean accept) implements Order {

    static Arbitrary<DecideCase> any() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(true, false))
                .as(DecideCase::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        String caseId = papers.reviewCase(number);
        return caseId == null
                ? null
                : Request.of(
                        "case-decisions",
                        Role.REGISTRAR,
                        accept ? CaseAccepted.class : CaseRefused.class,
                        "caseId",
                        caseId,
                        "decision",
                        accept ? "ACCEPT" : "REFUSE",
                        "reason",
                        "seen");
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        Waiting waiting = model.waiting(request.text("caseId"));
        if (!accept) return Expected.DONE.unless(waiting.decided, RefusalCode.CASE_DECIDED);
        // An application's fee is asked for once, and after it no rule is asked again.
        if (waiting.feeHasEnded)
            return Expected.refused(waiting.decided ? RefusalCode.CASE_DECIDED : RefusalCode.PAYMENT_DECLINED);
        Expected now = waiting.order.expected(model, waiting.request, true);
        if (waiting.decided && !now.is(RefusalCode.MARK_LOCKED)) return Expected.refused(RefusalCode.CASE_DECIDED);
        if (now.is(RefusalCode.PAYMENT_DECLINED)) waiting.feeHasEnded = true;
        return now;
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        Waiting waiting = model.waiting(request.text("caseId"));
        waiting.decided = true;
        if (!accept) return;
        waiting.order.done(model, waiting.request, recorded);
        if (!(waiting.order instanceof AssignMark)) waiting.feeHasEnded = true;
    }
}
