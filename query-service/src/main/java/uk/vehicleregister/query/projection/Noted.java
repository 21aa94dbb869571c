package uk.vehicleregister.query.projection;

import java.time.Instant;
import java.util.UUID;
import uk.vehicleregister.kernel.event.Fact;

/// A fact with its place in the log, the time it was recorded at and the transaction it belongs to.
public record Noted(long position, Instant recordedAt, UUID transactionId, Fact fact) {}
