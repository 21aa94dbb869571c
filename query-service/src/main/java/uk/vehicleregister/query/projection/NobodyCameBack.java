package uk.vehicleregister.query.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import uk.vehicleregister.eventstore.vault.ErasureList;
import uk.vehicleregister.eventstore.vault.KeyEraser;

/// Whether everybody on the list of erasures is erased in this database too, which an older backup would not know
/// of.
final class NobodyCameBack {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DataSource reader;
    private final ErasureList list;

    NobodyCameBack(DataSource reader, ErasureList list) {
        this.reader = reader;
        this.list = list;
    }

    /// Throws IllegalStateException when somebody can still be read after that time.
    void await(Duration patience) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (!KeyEraser.aliveThoughListed(reader, list).isEmpty()) {
            if (System.nanoTime() - giveUpAt >= 0)
                throw new IllegalStateException("Keys of erased people are there again, as after a restore;"
                        + " start the command service first, which destroys them");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
        }
    }
}
