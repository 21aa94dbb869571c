package uk.vehicleregister.eventstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Reads events by COPY in its binary format (PostgreSQL manual, COPY, "Binary Format"), which takes both ends together
/// some two thirds of what rows of a SELECT take.
final class EventCopy {

    private static final String COPY = """
            copy (select position, event_id, stream, version, type, revision, recorded_at, transaction_end, payload, metadata
                    from log.event where position > %d order by position limit %d) to stdout (format binary)""";

    private static final int SIGNATURE_AND_FLAGS = 11 + 4;
    private static final short NO_MORE = -1;

    /// 2000-01-01T00:00:00Z, from which PostgreSQL counts, in microseconds from 1970.
    private static final long MILLENNIUM = 946_684_800_000_000L;

    private EventCopy() {}

    static List<RawEvent> after(long position, int limit, Connection connection) throws SQLException {
        boolean isWhole = false;
        try {
            List<RawEvent> events = read(position, limit, connection);
            isWhole = true;
            return events;
        } finally {
            if (!isWhole) discard(connection);
        }
    }

    /// After a COPY that broke off the driver lets nobody use the connection, who would wait for ever: so it is closed.
    /// A pool learns of that when the closed one is asked for something.
    private static void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
            connection.clearWarnings();
        } catch (SQLException closed) {
            // as it was to be
        }
    }

    private static List<RawEvent> read(long position, int limit, Connection connection) throws SQLException {
        List<RawEvent> events = new ArrayList<>();
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY.formatted(position, limit));
        boolean isFirst = true;
        for (byte[] data = copy.readFromCopy(); data != null; data = copy.readFromCopy()) {
            ByteBuffer in = ByteBuffer.wrap(data);
            if (isFirst) skipHeader(in);
            isFirst = false;
            if (in.hasRemaining() && in.getShort() != NO_MORE) events.add(event(in));
        }
        return events;
    }

    private static void skipHeader(ByteBuffer in) {
        in.position(SIGNATURE_AND_FLAGS);
        int extension = in.getInt();
        in.position(in.position() + extension);
    }

    private static RawEvent event(ByteBuffer in) {
        return new RawEvent(
                number(in),
                uuid(in),
                text(in),
                number(in),
                text(in),
                text(in),
                number(in) + MILLENNIUM,
                truth(in),
                bytes(in),
                bytes(in));
    }

    /// Each field comes after its length; no column may be null.
    private static long number(ByteBuffer in) {
        in.getInt();
        return in.getLong();
    }

    private static UUID uuid(ByteBuffer in) {
        in.getInt();
        return new UUID(in.getLong(), in.getLong());
    }

    private static boolean truth(ByteBuffer in) {
        in.getInt();
        return in.get() != 0;
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), UTF_8);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }
}
