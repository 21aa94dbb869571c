package uk.vehicleregister.benchmarks.campaign.writers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.campaign.clients.Archive;

/// What PostgreSQL counts of them.
final class Deadlocks {

    private final Archive archive;

    Deadlocks(Archive archive) {
        this.archive = archive;
    }

    long counted() {
        return Long.parseLong(archive.rows("select deadlocks from pg_stat_database where datname = current_database()")
                .getFirst());
    }

    /// Makes one, away from the register's tables, and says whether it was counted: a count that stays at zero whatever
    /// happens would say nothing.
    boolean countsOneThatIsPlanted() throws SQLException {
        long before = counted();
        try (Connection one = archive.connection();
                Connection other = archive.connection()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            lock(one, 1);
            lock(other, 2);
            CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> lock(one, 2), Thread::startVirtualThread);
            CompletableFuture<Void> waitsToo =
                    CompletableFuture.runAsync(() -> lock(other, 1), Thread::startVirtualThread);
            CompletableFuture.allOf(waits, waitsToo).handle((_, _) -> null).join();
            one.rollback();
            other.rollback();
        }
        for (int look = 0; look < 100 && counted() == before; look++)
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        return counted() == before + 1;
    }

    /// Of two that wait for each other PostgreSQL fails one, and lets go of what it held.
    private static void lock(Connection connection, int what) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + what + ")");
        } catch (SQLException chosen) {
            throw new IllegalStateException(chosen);
        }
    }
}
