package uk.vehicleregister.kernel.event;

import java.util.UUID;

/// What was tried and did not come about. Each attempt is a stream of its own, so that nobody waits for another.
public sealed interface AttemptFact extends Fact permits AttemptRefused, AttemptLocked, AttemptAbandoned {

    UUID attemptId();

    @Override
    default String stream() {
        return streamOf(attemptId());
    }

    static String streamOf(UUID attemptId) {
        return "attempt-" + attemptId;
    }
}
