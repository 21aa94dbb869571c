package uk.vehicleregister.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// An event as it is stored, part by part as in its leaf (docs/transparency-log.md), and the path that leads from it to
/// the root of the checkpoint. Personal data in it is sealed.
///
/// @param recordedAt microseconds from 1970-01-01T00:00:00Z
/// @param payload the JSON text that is stored, character by character
/// @param metadata the same
/// @param path hashes in base64, in the order of RFC 9162
public record ProvenEvent(
        long position,
        UUID eventId,
        String stream,
        long version,
        String type,
        String revision,
        long recordedAt,
        boolean endsTransaction,
        String payload,
        String metadata,
        List<String> path) {

    public ProvenEvent {
        requireNonNull(eventId);
        requireNonNull(stream);
        requireNonNull(type);
        requireNonNull(revision);
        requireNonNull(payload);
        requireNonNull(metadata);
        path = List.copyOf(path);
    }

    static ProvenEvent of(EventLeaf leaf, List<Hash> path) {
        return new ProvenEvent(
                leaf.position(),
                leaf.eventId(),
                leaf.stream(),
                leaf.version(),
                leaf.type(),
                leaf.revision(),
                leaf.recordedAtMicros(),
                leaf.endsTransaction(),
                new String(leaf.payload(), UTF_8),
                new String(leaf.metadata(), UTF_8),
                path.stream().map(Hash::toString).toList());
    }

    /// What is hashed.
    public EventLeaf leaf() {
        return new EventLeaf(
                position,
                eventId,
                stream,
                version,
                type,
                revision,
                recordedAt,
                endsTransaction,
                payload.getBytes(UTF_8),
                metadata.getBytes(UTF_8));
    }

    /// The path's hashes. Throws MalformedException.
    public List<Hash> hashes() {
        try {
            return path.stream()
                    .map(hash -> Hash.of(Base64.getDecoder().decode(hash)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new MalformedException("is no base64", "path");
        }
    }

    public RecordedEvent event() {
        return new RecordedEvent(
                position,
                eventId,
                stream,
                version,
                type,
                revision,
                Instant.EPOCH.plus(recordedAt, ChronoUnit.MICROS),
                payload,
                metadata,
                endsTransaction);
    }
}
