package uk.vehicleregister.query.projection;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether this process is the one that projects, and has been without a break (docs/adr/0026). While it is, no rows of
/// the projection change but by its own transactions, so what it knows of them need not be looked up. It is known from
/// the claim on the token, for two seconds from each time the claim was seen to hold: the processor renews it every
/// half second. Whoever takes a claim over from somebody else waits as long before it changes a row, and so does
/// whoever replaces the rows; hence no two clocks are ever compared.
public final class Tenure {

    static final Duration LASTS = Duration.ofSeconds(2);

    /// What [#term] answers while this process does not project.
    public static final long NONE = 0;

    private record Held(long term, long untilNanos) {}

    private final LongSupplier nanos;
    private volatile Held held;
    private long endedAtNanos;

    Tenure() {
        this(System::nanoTime);
    }

    Tenure(LongSupplier nanos) {
        this.nanos = nanos;
        this.endedAtNanos = nanos.getAsLong();
        this.held = new Held(NONE, endedAtNanos);
    }

    /// The number of the term that has gone on unbroken until now; a broken one never comes back.
    public long term() {
        Held now = held;
        return nanos.getAsLong() - now.untilNanos < 0 ? now.term : NONE;
    }

    /// Nothing known from before counts any more. A claim that was asked for before this, and is only now answered, is
    /// no new beginning.
    public synchronized void end() {
        endedAtNanos = nanos.getAsLong();
        held = new Held(held.term, endedAtNanos);
    }

    /// The claim was seen to hold at some time after `askedAtNanos`.
    synchronized void holds(long askedAtNanos) {
        if (askedAtNanos - endedAtNanos <= 0) return;
        boolean unbroken = nanos.getAsLong() - held.untilNanos < 0;
        held = new Held(unbroken ? held.term : held.term + 1, askedAtNanos + LASTS.toNanos());
    }
}
