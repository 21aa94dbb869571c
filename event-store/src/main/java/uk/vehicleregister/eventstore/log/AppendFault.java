package uk.vehicleregister.eventstore.log;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What an SQL error means for the appends that were under way (classes of SQLSTATE, PostgreSQL manual, appendix A).
enum AppendFault {
    /// A receipt is there already; rolled back, ask one by one.
    CONFLICT,
    /// The lock was not to be had; rolled back.
    BUSY,
    /// The connection is gone, and with it the answer.
    CONNECTION_LOST,
    /// A data key is wrapped under a key that is in use no more; rolled back, and well with another data key.
    KEY_RETIRED,
    /// The log does not take such an append; rolled back.
    REJECTED,
    /// Any other error of the server, as a full disk or a standby; rolled back.
    UNAVAILABLE;

    static AppendFault of(SQLException error) {
        String state = error.getSQLState();
        if (state == null) return CONNECTION_LOST;
        if (state.equals("23505")) return CONFLICT;
        if (state.equals("55P03") || state.equals("57014") || state.startsWith("40")) return BUSY;
        if (state.startsWith("08") || state.startsWith("57P")) return CONNECTION_LOST;
        if (state.equals("23503")) return KEY_RETIRED;
        if (state.equals("42501") || state.startsWith("22") || state.startsWith("23") || state.startsWith("54"))
            return REJECTED;
        return UNAVAILABLE;
    }

    RuntimeException asException(SQLException error) {
        return switch (this) {
            case BUSY -> new LogBusyException("Another writer held the log for too long; nothing was recorded", error);
            case CONNECTION_LOST, UNAVAILABLE, KEY_RETIRED ->
                new LogUnavailableException("The log could not take the append; nothing was recorded", error);
            case CONFLICT, REJECTED ->
                new AppendRejectedException("The log refuses this append: " + reason(error), null);
        };
    }

    /// The server's sentence without its detail, which quotes what was to be recorded.
    static String reason(SQLException error) {
        ServerErrorMessage server = error instanceof PSQLException e ? e.getServerErrorMessage() : null;
        return "SQLSTATE " + error.getSQLState() + ", " + (server == null ? error.getMessage() : server.getMessage());
    }
}
