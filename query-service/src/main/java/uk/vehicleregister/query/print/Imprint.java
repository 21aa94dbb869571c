package uk.vehicleregister.query.print;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/// What a paper says of itself: the event it was printed for. All that could differ between two prints comes from here,
/// so that a paper printed again is the same to the byte.
record Imprint(UUID transactionId, long position, Instant recordedAt) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    LocalDateTime londonTime() {
        return LocalDateTime.ofInstant(recordedAt, LONDON);
    }
}
