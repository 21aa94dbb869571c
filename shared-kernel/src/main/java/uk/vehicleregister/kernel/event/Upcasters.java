package uk.vehicleregister.kernel.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// The steps from every revision ever shipped to today's. None is ever taken away: the log keeps what it holds.
final class Upcasters {

    static final Upcasters SHIPPED = new Upcasters(List.of(new PaymentClaimedFrom1()));

    /// By name and revision, as in `PaymentClaimed 1`.
    private final Map<String, Upcaster> steps = new HashMap<>();

    Upcasters(List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            if (steps.put(step(upcaster.event(), upcaster.from()), upcaster) != null) {
                throw new IllegalStateException("two upcasters read " + step(upcaster.event(), upcaster.from()));
            }
        }
    }

    boolean reads(String event, int revision) {
        return steps.containsKey(step(event, revision));
    }

    /// A revision of a later program cannot be guessed; one without a step was never shipped, or its upcaster is lost.
    ObjectNode upcast(String event, int from, int today, ObjectNode json) {
        if (from > today) throw UnreadableRevisionException.later(event, from, today);
        ObjectNode upcast = json;
        for (int revision = from; revision < today; revision++) {
            Upcaster upcaster = steps.get(step(event, revision));
            if (upcaster == null) throw UnreadableRevisionException.lost(event, revision);
            upcast = upcaster.upcast(upcast);
        }
        return upcast;
    }

    private static String step(String event, int revision) {
        return event + " " + revision;
    }
}
