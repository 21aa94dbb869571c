package uk.vehicleregister.eventstore.log;

import java.time.Instant;

/// A recorded receipt; `position` is that of its append's last event, or of the log's last event when there was none.
public record Receipt(byte[] key, byte[] fingerprint, String outcome, long position, Instant recordedAt) {}
