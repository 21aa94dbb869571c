package uk.vehicleregister.program.invariants.order;

import java.util.function.Supplier;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Status and code the register must answer with.
public record Expected(int status, String code) {

    static final Expected DONE = new Expected(201, "");
    static final Expected UNDER_REVIEW = new Expected(202, "");

    /// A batch, of which every row is decided later.
    static final Expected ACCEPTED = new Expected(202, "");

    static Expected refused(RefusalCode code) {
        return new Expected(code.status(), code.name());
    }

    boolean is(RefusalCode other) {
        return code.equals(other.name());
    }

    /// A rule's next question, asked where nothing before it stood in the way.
    Expected unless(boolean stopped, RefusalCode code) {
        return this == DONE && stopped ? refused(code) : this;
    }

    Expected then(Supplier<Expected> next) {
        return this == DONE ? next.get() : this;
    }

    /// The final answer to its key (contract.md): the same request under it is answered the same.
    public boolean isRemembered() {
        return status < 300 || (status == 404 || status == 422) && !is(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    }
}
