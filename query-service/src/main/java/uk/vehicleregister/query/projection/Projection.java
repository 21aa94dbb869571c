package uk.vehicleregister.query.projection;

import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import uk.vehicleregister.kernel.event.Fact;

/// A read model that follows the log. It has no clock, no randomness and no IO but its own rows, so that the same
/// events always give the same rows (design.md 8).
public interface Projection {

    /// Its name in the positions, the health and the rebuilds; kept for ever.
    String name();

    /// Its tables, all of which a rebuild replaces. Without any it cannot be rebuilt: what it writes is not disposable.
    List<String> tables();

    /// The families or kinds of facts it reads; the payload of others is not even decoded.
    Set<Class<? extends Fact>> families();

    /// The position a new installation begins after; asked for when there is no token yet.
    default long startsAfter() {
        return -1;
    }

    /// Whether it takes in each event at once. Others let events gather for a moment, unless somebody waits for them.
    default boolean isUrgent() {
        return false;
    }

    default boolean isDisposable() {
        return !tables().isEmpty();
    }

    /// Those of them it reads also where they belong to no single request: rows of bulk loads, and what the register
    /// notes by itself.
    default Set<Class<? extends Fact>> familiesAside() {
        return families();
    }

    /// Folds whole transactions, in the order of the log, into rows. Table names carry no schema: a rebuild writes to
    /// another one.
    void project(List<Noted> events, StatelessSession rows);

    /// The same with the rows that answers are read from, and not with a rebuild's: for who keeps answers in memory.
    default void projectLive(List<Noted> events, StatelessSession rows) {
        project(events, rows);
    }
}
