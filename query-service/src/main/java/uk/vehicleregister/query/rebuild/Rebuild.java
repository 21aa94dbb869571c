package uk.vehicleregister.query.rebuild;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Replay;
import uk.vehicleregister.query.projection.Tenures;

/// Folds the log into a shadow of a projection's tables, then puts it in the place of the old ones. The swap
/// happens with the token's row locked and the shadow exactly as far as the token, so the processor, on whichever
/// instance it runs, goes on without noticing, and no answer is ever from a half-built model.
@Component
public class Rebuild {

    /// So few events are left that they fit into the transaction of the swap.
    private static final int NEARLY_THERE = 5000;

    private static final int SWAP_TRIES = 10;

    /// Told after each batch how far the shadow has come; never inside a transaction, where names mean the shadow.
    public interface Progress {
        void reached(long position);
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Fold fold;
    private final ShadowTables shadows;
    private final Tenures tenures;

    Rebuild(
            JdbcClient database,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventLogReader log,
            Replay replay,
            Tenures tenures) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.fold = new Fold(log, replay, transactions);
        this.tenures = tenures;
        this.shadows = new ShadowTables(JdbcClient.create(dataSource));
    }

    /// Returns when the new rows have taken over; one at a time for each projection.
    public void run(Projection projection, Progress progress) {
        if (!projection.isDisposable())
            throw new IllegalArgumentException(projection.name() + " cannot be built again from the log");
        ShadowTables.Shadow shadow = shadows.of(projection);
        transaction.executeWithoutResult(_ -> shadow.create());
        long position = -1;
        for (int tries = 0; tries < SWAP_TRIES; ) {
            long live = tokenPosition(projection, false);
            if (live - position > NEARLY_THERE) {
                fold.run(List.of(new Fold.Into(projection, shadow)), position, live, _ -> {}, progress::reached);
                position = live;
                continue;
            }
            long from = position;
            try {
                if (Boolean.TRUE.equals(transaction.execute(_ -> swap(projection, shadow, from)))) {
                    progress.reached(tokenPosition(projection, false));
                    return;
                }
            } catch (org.springframework.dao.PessimisticLockingFailureException e) {
                // a long reader held the old tables: it is let through, then we try again
            }
            tries++;
        }
        throw new IllegalStateException("The tables were in use at every try; the old rows go on answering");
    }

    private boolean swap(Projection projection, ShadowTables.Shadow shadow, long position) {
        database.sql("set local lock_timeout = '5s'").update();
        long live = tokenPosition(projection, true);
        if (live - position > NEARLY_THERE) return false;
        tenures.endAll(projection.name());
        shadow.writeThere();
        fold.here(projection, position, live);
        shadow.takeOver();
        return true;
    }

    private long tokenPosition(Projection projection, boolean lock) {
        return database.sql("select position from read.projection_token where processor_name = ? and segment = 0"
                        + (lock ? " for update" : ""))
                .param(projection.name())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }
}
