package uk.vehicleregister.query.projection;

import java.time.Instant;
import java.util.UUID;
import uk.vehicleregister.kernel.event.Fact;

/// A fact with its place in the log, the time it was recorded at, the transaction it belongs to and who did it.
public record Noted(long position, Instant recordedAt, UUID transactionId, Actor actor, Fact fact) {

    /// @param role as in the token
    /// @param id pseudonym of the account
    public record Actor(String role, String id) {}
}
