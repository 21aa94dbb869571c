package uk.vehicleregister.eventstore.log;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// After the connection was lost under a batch: connects again, reads back what was recorded, and lets the rest
/// be written once more. Only what cannot be told in time is of unknown outcome.
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final WriterConnection connection;
    private final AppendQueue queue;
    private final Duration patience;

    Recovery(WriterConnection connection, AppendQueue queue, Duration patience) {
        this.connection = connection;
        this.queue = queue;
        this.patience = patience;
    }

    void recover(List<QueuedAppend> batch, WriterSession lost, SQLException cause, BooleanSupplier closed) {
        LOG.warn("The connection to the log was lost; reading back what became of {} appends", batch.size());
        connection.drop();
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until && !closed.getAsBoolean()) {
            try {
                ReadBack readBack = new ReadBack(connection.session().connection());
                if (readBack.isGone(lost.backend())) {
                    settle(batch, readBack, cause);
                    return;
                }
            } catch (SQLException e) {
                connection.drop();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        RuntimeException fault =
                new OutcomeUnknownException("The connection was lost and the log cannot be read back", cause);
        batch.forEach(queued -> queued.fail(fault));
    }

    /// Reads everything before it answers anybody, for the new connection may be lost as well.
    private void settle(List<QueuedAppend> batch, ReadBack readBack, SQLException cause) throws SQLException {
        List<Optional<AppendOutcome.Appended>> found = new ArrayList<>(batch.size());
        for (QueuedAppend queued : batch) found.add(readBack.find(queued.append()));
        for (int i = batch.size() - 1; i >= 0; i--) {
            QueuedAppend queued = batch.get(i);
            if (found.get(i).isPresent()) queued.answer(found.get(i).get());
            else if (!ReadBack.canTell(queued.append()))
                queued.fail(new OutcomeUnknownException("The connection was lost while a try was counted", cause));
            else if (queued.giveBack()) queue.putBack(queued);
            else queued.fail(AppendFault.CONNECTION_LOST.asException(cause));
        }
    }
}
