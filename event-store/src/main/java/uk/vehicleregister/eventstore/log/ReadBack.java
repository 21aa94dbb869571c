package uk.vehicleregister.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// Asks the log what became of an append whose answer was lost.
final class ReadBack {

    private static final String END_OLD =
            "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start = ?";
    private static final String EVENT =
            "select event_id, position, recorded_at from log.event where stream = ? and version = ?";
    private static final String RECEIPT =
            "select position, recorded_at, fingerprint, outcome from log.receipt where key = ?";

    private final Connection connection;

    ReadBack(Connection connection) {
        this.connection = connection;
    }

    /// Before anything can be read back the old server process must be gone: it might still be committing. Ends it, and
    /// says whether it is gone.
    boolean isGone(WriterSession.Backend old) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END_OLD)) {
            end.setInt(1, old.pid());
            end.setObject(2, old.started());
            try (ResultSet alive = end.executeQuery()) {
                return !alive.next();
            }
        }
    }

    /// Whether the answer can be found at all: a mere count leaves nothing with a name.
    static boolean canTell(Append append) {
        return !append.events().isEmpty()
                || append.receipt() != null
                || append.attempts().stream().noneMatch(attempt -> attempt.effect() == Attempt.Effect.COUNT);
    }

    /// Empty when nothing of it was recorded.
    Optional<AppendOutcome.Appended> find(Append append) throws SQLException {
        if (!append.events().isEmpty()) return event(append.events().getLast());
        if (append.receipt() != null) return receipt(append.receipt());
        return Optional.empty();
    }

    private Optional<AppendOutcome.Appended> event(NewEvent last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EVENT)) {
            select.setString(1, last.stream());
            select.setLong(2, last.version());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !last.eventId().equals(row.getObject("event_id", UUID.class)))
                    return Optional.empty();
                return Optional.of(appended(row));
            }
        }
    }

    private Optional<AppendOutcome.Appended> receipt(NewReceipt receipt) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECEIPT)) {
            select.setBytes(1, receipt.key());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()
                        || !Arrays.equals(receipt.fingerprint(), row.getBytes("fingerprint"))
                        || !receipt.outcome().equals(row.getString("outcome"))) return Optional.empty();
                return Optional.of(appended(row));
            }
        }
    }

    private static AppendOutcome.Appended appended(ResultSet row) throws SQLException {
        return new AppendOutcome.Appended(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
