package uk.vehicleregister.query.seal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.transparencylog.note.CheckpointFile;

/// The sealer as in the query service, without the read models beside it, to be started and stopped by turns. It
/// lies in the sealer's package of another module, for nobody else seals.
public final class SealerInProcess implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SealerState state = new SealerState(meters);
    private final SealerRounds rounds;

    public SealerInProcess(DataSource log, Path key, String url, RegisterDatabase.Login login) {
        Witnesses none = new Witnesses(List.of());
        Sealer sealer = new Sealer(
                new EventLogReader(log),
                SealingKeys.read(key),
                new CheckpointFile(key.resolveSibling(key.getFileName() + ".signed")),
                none);
        SealStore.Login own = new SealStore.Login(url, login.user(), login.password());
        rounds = new SealerRounds(sealer, () -> SealStore.open(own), none, state);
    }

    public void start() {
        rounds.start();
    }

    public void stop() {
        rounds.stop();
    }

    /// Until so many events are signed.
    public void await(long size) {
        long until = System.nanoTime() + PATIENCE;
        while (meters.get("register.log.sealed.size").gauge().value() < size) {
            if (state.standing() == SealerState.Standing.REFUSED || System.nanoTime() - until > 0)
                throw new IllegalStateException("the log is not sealed: " + state.health());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        stop();
    }
}
