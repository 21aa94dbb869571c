package uk.vehicleregister.query.wholooked;

import java.time.Duration;
import java.util.List;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.Attempt;
import uk.vehicleregister.eventstore.log.Attempt.Effect;
import uk.vehicleregister.eventstore.log.AttemptRule;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.web.Fault;

/// How often one may guess at a document reference: under the counters and limits of the command side's look-ups,
/// so that nobody has more tries by asking here as well.
final class Tries {

    private static final AttemptRule PER_MARK = new AttemptRule(3, Duration.ofHours(24), Duration.ofMinutes(10));
    private static final AttemptRule PER_CLIENT = new AttemptRule(300, Duration.ofMinutes(10), Duration.ZERO);
    private static final String CLIENT = "client:";

    private Tries() {}

    static List<Attempt> right(String client, RegistrationMark mark) {
        return tries(client, Effect.CHECK, mark, Effect.CLEAR);
    }

    static List<Attempt> wrong(String client, RegistrationMark mark) {
        return tries(client, Effect.COUNT, mark, Effect.COUNT);
    }

    private static List<Attempt> tries(String client, Effect onClient, RegistrationMark mark, Effect onMark) {
        return List.of(
                new Attempt(CLIENT + client, PER_CLIENT, onClient),
                new Attempt("mark:" + mark.text(), PER_MARK, onMark));
    }

    static Fault lockedOut(AppendOutcome.Blocked blocked) {
        boolean client = blocked.counter().startsWith(CLIENT);
        return Fault.of(client ? RefusalCode.TOO_MANY_REQUESTS : RefusalCode.MARK_LOCKED)
                .retryAfter(Math.toIntExact(
                        Math.max(1, blocked.retryAfter().plusMillis(999).toSeconds())));
    }
}
