package uk.vehicleregister.command.erasure;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.vehicleregister.command.process.Process;
import uk.vehicleregister.command.process.RecordedFact;
import uk.vehicleregister.eventstore.vault.Rewrapping;
import uk.vehicleregister.kernel.event.Fact;

/// Wraps the living data keys anew every so many days, so that older backups can no longer be read. Follows no
/// facts: it looks at the age of the key in use.
public final class KeyUpkeep implements Process {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUpkeep.class);
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final @Nullable Rewrapping rewrapping;
    private final Duration every;
    private final Duration settled;
    private final Duration soon;
    private long next = System.nanoTime();

    /// @param rewrapping absent where this service has no login that may do it
    /// @param every the age at which another intermediate key is begun; zero or less: never
    /// @param settled the age at which every service is sure to use it
    public KeyUpkeep(@Nullable Rewrapping rewrapping, Duration every, Duration settled) {
        this.rewrapping = rewrapping;
        this.every = every;
        this.settled = settled;
        this.soon = settled.dividedBy(5);
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of();
    }

    @Override
    public void on(RecordedFact fact) {
        throw new IllegalStateException("not asked for");
    }

    @Override
    public void work() {
        if (rewrapping == null || !every.isPositive() || System.nanoTime() - next < 0) return;
        Rewrapping.Turn turn = rewrapping.turn(every, settled);
        if (turn.begun()) LOG.info("A new intermediate key is in use");
        if (turn.rewrapped() > 0) LOG.info("{} data keys are wrapped anew", turn.rewrapped());
        if (turn.destroyed() > 0)
            LOG.info("{} intermediate keys are destroyed: backups of before cannot be read", turn.destroyed());
        next = System.nanoTime() + (turn.isDone() ? BETWEEN : soon).toNanos();
    }
}
