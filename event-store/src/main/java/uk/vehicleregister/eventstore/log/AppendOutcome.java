package uk.vehicleregister.eventstore.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// What became of an append. Names of streams and counters do not go into logs, so toString leaves them out.
/// Only `Appended` recorded anything (but a lock may start at a `Blocked` try).
public sealed interface AppendOutcome {

    /// Everything is durable. `position` is that of the last event; without events, the log's last when confirmed (-1:
    /// empty).
    record Appended(long position, Instant recordedAt) implements AppendOutcome {}

    /// These streams, read or written, have moved: forget what was known of them and decide again.
    record Stale(Set<String> streams) implements AppendOutcome {

        @Override
        public String toString() {
            return "Stale[" + streams.size() + " streams]";
        }
    }

    /// This idempotency key has been answered before.
    record AlreadyReceipted(Receipt receipt) implements AppendOutcome {}

    /// The counter is locked for so long.
    record Blocked(String counter, Duration retryAfter) implements AppendOutcome {

        @Override
        public String toString() {
            return "Blocked[" + retryAfter + "]";
        }
    }
}
