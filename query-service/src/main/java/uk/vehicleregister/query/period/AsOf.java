package uk.vehicleregister.query.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A point in both times: as it was at the end of that date, as known at that time. What is not asked for is the
/// latest: no clock is read, so the same question about the same log has the same answer.
public record AsOf(LocalDate effectiveAt, Instant recordedAt) {

    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);
    private static final Instant LAST_TIME = LAST_DATE.atStartOfDay().toInstant(ZoneOffset.UTC);

    public static AsOf of(@Nullable LocalDate effectiveAt, @Nullable Instant recordedAt) {
        return new AsOf(
                effectiveAt == null ? LAST_DATE : effectiveAt,
                recordedAt == null ? LAST_TIME : recordedAt.truncatedTo(ChronoUnit.MICROS));
    }

    /// The date that was asked for, if one was.
    public @Nullable LocalDate askedDate() {
        return effectiveAt.equals(LAST_DATE) ? null : effectiveAt;
    }

    /// Had it happened by then, and was that known?
    public boolean covers(LocalDate effectiveOn, Instant recorded) {
        return !effectiveOn.isAfter(effectiveAt) && !recorded.isAfter(recordedAt);
    }
}
