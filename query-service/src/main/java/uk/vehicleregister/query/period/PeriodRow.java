package uk.vehicleregister.query.period;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// One version of a period: true from `effectiveFrom` to before `effectiveTo` (absent: for ever), and known so from
/// `recordedFrom` to before `recordedTo` (absent: still). A version is never changed but to end its being known.
///
/// @param <R> the row itself
@MappedSuperclass
public abstract class PeriodRow<R extends PeriodRow<R>> {

    @Id
    @Column(name = "known_from")
    private long knownFrom;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    @Column(name = "effective_to")
    private @Nullable LocalDate effectiveTo;

    @Column(name = "recorded_from")
    private Instant recordedFrom;

    @Column(name = "recorded_to")
    private @Nullable Instant recordedTo;

    @Id
    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PeriodRow() {}

    /// A period that begins with this event and runs for ever.
    protected PeriodRow(LocalDate from, Noted by) {
        this.knownFrom = by.position();
        this.effectiveFrom = from;
        this.recordedFrom = by.recordedAt();
        this.position = by.position();
    }

    /// A period as this event tells it anew: begun by the same event as before, on that day, and running for ever.
    protected PeriodRow(LocalDate from, long position, Noted by) {
        this.knownFrom = by.position();
        this.effectiveFrom = from;
        this.recordedFrom = by.recordedAt();
        this.position = position;
    }

    /// What is left of a period that is now known to have ended.
    protected PeriodRow(R cut, LocalDate to, Noted by) {
        PeriodRow<R> whole = cut;
        this.knownFrom = by.position();
        this.effectiveFrom = whole.effectiveFrom;
        this.effectiveTo = to;
        this.recordedFrom = by.recordedAt();
        this.position = whole.position;
    }

    /// A table of such periods: their own columns and then those of its own.
    protected static <R extends PeriodRow<R>> Copy<R> table(
            String table, String columns, Function<R, @Nullable Object[]> values) {
        return new Copy<>(
                table,
                "known_from, effective_from, effective_to, recorded_from, recorded_to, position, " + columns,
                row -> {
                    PeriodRow<R> period = row;
                    @Nullable Object[] own = values.apply(row);
                    @Nullable Object[] all = new Object[6 + own.length];
                    all[0] = period.knownFrom;
                    all[1] = period.effectiveFrom;
                    all[2] = period.effectiveTo;
                    all[3] = period.recordedFrom;
                    all[4] = period.recordedTo;
                    all[5] = period.position;
                    System.arraycopy(own, 0, all, 6, own.length);
                    return all;
                });
    }

    /// The same period, ended on that date, as this event made it known.
    protected abstract R until(LocalDate date, Noted by);

    /// Whether both are the same period on the same dates, whenever that came to be known.
    boolean isOfTheSameDates(R other) {
        PeriodRow<R> that = other;
        return position == that.position
                && effectiveFrom.equals(that.effectiveFrom)
                && Objects.equals(effectiveTo, that.effectiveTo);
    }

    void endKnowledge(Instant at) {
        recordedTo = at;
    }

    /// Does it reach to that date or beyond?
    boolean reaches(LocalDate date) {
        return effectiveTo == null || effectiveTo.isAfter(date);
    }

    /// Is it true at the end of that date?
    public boolean covers(LocalDate date) {
        return !effectiveFrom.isAfter(date) && reaches(date);
    }

    public boolean isOpen() {
        return effectiveTo == null;
    }

    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    public @Nullable LocalDate effectiveTo() {
        return effectiveTo;
    }

    public Instant recordedFrom() {
        return recordedFrom;
    }

    public @Nullable Instant recordedTo() {
        return recordedTo;
    }

    /// The event that began it.
    public long position() {
        return position;
    }
}
