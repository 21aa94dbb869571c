package uk.vehicleregister.transparencylog.leaf;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/// One event as it is stored, to become a leaf (docs/transparency-log.md). `recordedAtMicros` counts
/// microseconds from 1970-01-01T00:00:00Z; payload and metadata are the exact bytes stored, sealed as they are,
/// and are not copied.
public record EventLeaf(
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

    public EventLeaf {
        if (position < 0) throw new IllegalArgumentException("position " + position);
    }

    /// The time in whole microseconds, as the log keeps it; finer times are refused, since they were never stored.
    public static long micros(Instant time) {
        if (time.getNano() % 1000 != 0) throw new IllegalArgumentException("finer than a microsecond");
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventLeaf that
                && position == that.position
                && eventId.equals(that.eventId)
                && stream.equals(that.stream)
                && version == that.version
                && type.equals(that.type)
                && revision.equals(that.revision)
                && recordedAtMicros == that.recordedAtMicros
                && endsTransaction == that.endsTransaction
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(metadata, that.metadata);
    }

    @Override
    public int hashCode() {
        return eventId.hashCode();
    }

    /// Without stream, id and payload: they do not go into logs.
    @Override
    public String toString() {
        return "EventLeaf[" + position + ", " + type + "]";
    }
}
