package uk.vehicleregister.benchmarks.campaign.audit;

import java.time.Instant;
import java.util.UUID;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// Where an event stands in the log, without what it says.
record LogPlace(long position, String stream, long version, UUID eventId, Instant recordedAt, boolean endsTransaction) {

    static LogPlace of(RecordedEvent event) {
        return new LogPlace(
                event.position(),
                event.stream(),
                event.version(),
                event.eventId(),
                event.recordedAt(),
                event.endsTransaction());
    }
}
