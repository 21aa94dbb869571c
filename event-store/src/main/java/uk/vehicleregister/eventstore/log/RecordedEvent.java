package uk.vehicleregister.eventstore.log;

import java.time.Instant;
import java.util.UUID;

/// An event as it stands in the log. Positions count from 0 without gaps, in the order of commits; `recordedAt` never
/// falls from one position to the next (microseconds); `endsTransaction` marks the last event of its append.
public record RecordedEvent(
        long position,
        UUID eventId,
        String stream,
        long version,
        String type,
        String revision,
        Instant recordedAt,
        String payload,
        String metadata,
        boolean endsTransaction) {

    /// Without stream and payload: names of streams do not go into logs.
    @Override
    public String toString() {
        return "RecordedEvent[" + position + ", " + type + "]";
    }
}
