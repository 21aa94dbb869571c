package uk.vehicleregister.command.desk;

import java.time.Duration;
import java.util.Optional;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.Attempt;
import uk.vehicleregister.eventstore.log.AttemptRule;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// How often one may guess (domain.md 1.0): three wrong references for a mark, and the fourth try of any kind
/// locks it for ten minutes. A count that never reaches a lock is forgotten after a day, so that two slips a year
/// do not add up. So that nobody can lock out many marks, a client may be wrong 300 times in ten minutes
/// (contract.md).
public final class AttemptLimits {

    static final AttemptRule PER_MARK = new AttemptRule(3, Duration.ofHours(24), Duration.ofMinutes(10));
    static final AttemptRule PER_CLIENT = new AttemptRule(300, Duration.ofMinutes(10), Duration.ZERO);

    private static final String CLIENT = "client:";

    public static Attempt client(String client, Attempt.Effect effect) {
        return new Attempt(CLIENT + client, PER_CLIENT, effect);
    }

    /// Guesses at the document reference of the vehicle that carries this mark.
    public static Attempt reference(RegistrationMark mark, Attempt.Effect effect) {
        return new Attempt("mark:" + mark.text(), PER_MARK, effect);
    }

    /// Guesses at the certificate of a mark, whatever it is shown for, counted apart.
    public static Attempt certificate(RegistrationMark mark, Attempt.Effect effect) {
        return new Attempt("certificate:" + mark.text(), PER_MARK, effect);
    }

    /// How many look-ups of a locked mark are noted, so that nobody can fill the log with them.
    static Attempt notedLocks(String client) {
        return new Attempt("locked:" + client, PER_CLIENT, Attempt.Effect.COUNT);
    }

    /// The mark a counter is about.
    static Optional<RegistrationMark> markOf(String counter) {
        return counter.startsWith("mark:") || counter.startsWith("certificate:")
                ? Optional.of(new RegistrationMark(counter.substring(counter.indexOf(':') + 1)))
                : Optional.empty();
    }

    static Outcome lockedOut(AppendOutcome.Blocked blocked) {
        RefusalCode code =
                blocked.counter().startsWith(CLIENT) ? RefusalCode.TOO_MANY_REQUESTS : RefusalCode.MARK_LOCKED;
        return new Outcome.LockedOut(code, blocked.counter(), blocked.retryAfter());
    }

    private AttemptLimits() {}
}
