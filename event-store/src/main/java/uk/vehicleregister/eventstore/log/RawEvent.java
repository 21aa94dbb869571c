package uk.vehicleregister.eventstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// An event for whom payload and metadata are bytes to be hashed or handed on: as they are stored, in UTF-8 and not
/// decoded. `recordedAtMicros` counts microseconds from 1970-01-01T00:00:00Z. Otherwise as [RecordedEvent].
public record RawEvent(
        long position,
        UUID eventId,
        String stream,
        long version,
        String type,
        String revision,
        long recordedAtMicros,
        boolean endsTransaction,
        byte[] payload,
        byte[] metadata) {

    public static RawEvent of(RecordedEvent event) {
        return new RawEvent(
                event.position(),
                event.eventId(),
                event.stream(),
                event.version(),
                event.type(),
                event.revision(),
                ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()),
                event.endsTransaction(),
                event.payload().getBytes(UTF_8),
                event.metadata().getBytes(UTF_8));
    }

    /// Without stream and payload: names of streams do not go into logs.
    @Override
    public String toString() {
        return "RawEvent[" + position + ", " + type + "]";
    }
}
