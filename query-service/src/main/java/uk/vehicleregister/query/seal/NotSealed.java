package uk.vehicleregister.query.seal;

import java.util.List;
import uk.vehicleregister.query.web.Fault;

/// What was recorded is under no checkpoint yet: a passing fault while the sealer works.
public final class NotSealed {

    private static final int SOON = 2;

    private NotSealed() {}

    public static Fault yet() {
        return new Fault(
                503,
                "NOT_SEALED",
                "Not sealed yet",
                "The log has not signed a checkpoint over this position yet. Try again in a few seconds.",
                List.of(),
                SOON);
    }
}
