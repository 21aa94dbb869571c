package uk.vehicleregister.eventstore.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads what has been committed. Positions have no gaps and become visible in their order, so whoever has read up
/// to a position has missed nothing before it. Throws LogUnavailableException while the database is away.
public final class EventLogReader {

    /// The position before the first event, from which everything is read; also the last position of an empty log.
    public static final long BEFORE_FIRST = -1;

    private static final String SELECT = """
            select position, event_id, stream, version, type, revision, recorded_at, payload, metadata, transaction_end
              from log.event""";
    private static final String STREAM = SELECT + " where stream = ? and version >= ? order by version";
    private static final String STREAMS = """
            select e.*
              from unnest(?, ?) asked(name, after)
             cross join lateral (%s where stream = asked.name and version > asked.after order by version offset 0) e
             order by e.stream, e.version""".formatted(SELECT);
    private static final String AFTER = SELECT + " where position > ? order by position limit ?";
    private static final String OF_TYPES =
            SELECT + " where position > ? and position <= ? and type = any (?) order by position limit ?";
    private static final String NAMED =
            SELECT + " where stream < ? and (stream, version) > (?, ?) order by stream, version limit ?";
    private static final String TRANSACTION = SELECT + " where position <= ? and position > coalesce("
            + "(select max(position) from log.event where position < ? and transaction_end), -1) order by position";
    /// `offset 0` keeps the planner from joining the ranges to the whole log: it reads each by the index.
    private static final String APPENDS = """
            select e.*
              from (select distinct
                           coalesce((select position from log.event
                                      where position < asked.at and transaction_end
                                      order by position desc limit 1), -1) as after_it,
                           (select position from log.event
                             where position >= asked.at and transaction_end
                             order by position limit 1) as its_end
                      from unnest(?) asked(at)) append
             cross join lateral (
                   %s where position > append.after_it and position <= append.its_end order by position offset 0) e
             order by e.position""".formatted(SELECT);
    private static final String LAST = "select coalesce(max(position), -1) from log.event";
    private static final String VERSIONS = """
            select s.stream, coalesce((select max(e.version) from log.event e where e.stream = s.stream), -1)
              from unnest(?) s(stream)""";
    private static final String RECEIPT =
            "select fingerprint, outcome, position, recorded_at from log.receipt where key = ?";

    /// So many positions are looked through in one statement at most: a rare type may not hold a connection for
    /// long.
    private static final long SPAN = 50_000;

    private final Database database;

    public EventLogReader(DataSource dataSource) {
        database = new Database(dataSource);
    }

    /// In the order of versions, beginning with `fromVersion`.
    public List<RecordedEvent> stream(String stream, long fromVersion) {
        return database.query(
                STREAM,
                statement -> {
                    statement.setString(1, stream);
                    statement.setLong(2, fromVersion);
                },
                EventLogReader::events);
    }

    /// In one statement; every stream asked for is in the answer, an absent one with no events.
    public Map<String, List<RecordedEvent>> streams(Collection<String> streams) {
        Map<String, Long> whole = HashMap.newHashMap(streams.size());
        streams.forEach(stream -> whole.put(stream, -1L));
        return streamsAfter(whole);
    }

    /// The same, of each what follows its version.
    Map<String, List<RecordedEvent>> streamsAfter(Map<String, Long> versions) {
        Map<String, List<RecordedEvent>> found = HashMap.newHashMap(versions.size());
        versions.keySet().forEach(stream -> found.put(stream, new ArrayList<>()));
        database.query(
                        STREAMS,
                        statement -> {
                            ArrayBinder to = new ArrayBinder(statement);
                            to.array("text", versions.keySet().toArray(String[]::new));
                            to.array(
                                    "int8",
                                    versions.values().stream()
                                            .mapToLong(Long::longValue)
                                            .toArray());
                        },
                        EventLogReader::events)
                .forEach(event -> found.computeIfAbsent(event.stream(), name -> new ArrayList<>())
                        .add(event));
        return found;
    }

    /// At most `limit` events after the position, in whole transactions; more only if the first of these is longer.
    public List<RecordedEvent> after(long position, int limit) {
        return whole(most -> page(position, most), RecordedEvent::endsTransaction, limit);
    }

    /// The same for whom payloads are bytes.
    public List<RawEvent> rawAfter(long position, int limit) {
        return whole(most -> asStored(position, most), RawEvent::endsTransaction, limit);
    }

    /// At most `limit` events after the position, as they stand there, also where a transaction has no end or positions
    /// have gaps: for whoever looks whether the log is still what it was.
    public List<RawEvent> asStored(long position, int limit) {
        return database.read(connection -> EventCopy.after(position, limit, connection));
    }

    private static <E> List<E> whole(IntFunction<List<E>> page, Predicate<E> ends, int limit) {
        List<E> events = page.apply(limit);
        int end = events.size();
        while (end > 0 && !ends.test(events.get(end - 1))) end--;
        if (end == 0 && !events.isEmpty()) return whole(page, ends, Math.multiplyExact(limit, 2));
        return events.subList(0, end);
    }

    private List<RecordedEvent> page(long position, int limit) {
        return database.query(
                AFTER,
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, limit);
                },
                EventLogReader::events);
    }

    /// At most `limit` events of these types after the position. An empty page is no end: whoever reads on goes on
    /// from `readTo`, until that is the log's last position.
    public TypedPage ofTypes(long position, Collection<String> types, int limit) {
        // The end is read first: what is committed meanwhile lies beyond it.
        long to = Math.min(lastPosition(), position + SPAN);
        if (to <= position) return new TypedPage(List.of(), position);
        List<RecordedEvent> page = database.query(
                OF_TYPES,
                statement -> {
                    statement.setLong(1, position);
                    statement.setLong(2, to);
                    names(statement, 3, types);
                    statement.setInt(4, limit);
                },
                EventLogReader::events);
        return new TypedPage(page, page.size() < limit ? to : page.getLast().position());
    }

    /// Events of the streams whose names begin so, in the order of streams and versions, at most `limit` after that
    /// one; null: from the first. Found by the index on names, however long the log is.
    public List<RecordedEvent> named(String prefix, @Nullable RecordedEvent after, int limit) {
        int last = prefix.length() - 1;
        return database.query(
                NAMED,
                statement -> {
                    statement.setString(1, prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
                    statement.setString(2, after == null ? prefix : after.stream());
                    statement.setLong(3, after == null ? -1 : after.version());
                    statement.setInt(4, limit);
                },
                EventLogReader::events);
    }

    /// All events of the transaction whose last event is at this position.
    public List<RecordedEvent> transactionEndingAt(long position) {
        return database.query(
                TRANSACTION,
                statement -> {
                    statement.setLong(1, position);
                    statement.setLong(2, position);
                },
                EventLogReader::events);
    }

    /// The whole appends in which these positions stand, each once, in the order of the log.
    public List<RecordedEvent> appendsWith(Collection<Long> positions) {
        return database.query(
                APPENDS,
                statement -> statement.setArray(
                        1, statement.getConnection().createArrayOf("bigint", positions.toArray(Long[]::new))),
                EventLogReader::events);
    }

    /// -1 when the log is empty.
    public long lastPosition() {
        return database.query(LAST, statement -> {}, row -> {
            row.next();
            return row.getLong(1);
        });
    }

    /// The last position recorded before that time, -1 when there is none. Found by halving, for times follow
    /// positions.
    public long lastPositionBefore(Instant time) {
        long low = BEFORE_FIRST;
        long high = lastPosition();
        while (low < high) {
            long middle = high - (high - low) / 2;
            if (after(middle - 1, 1).getFirst().recordedAt().isBefore(time)) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    public Optional<Receipt> receipt(byte[] key) {
        return database.query(RECEIPT, statement -> statement.setBytes(1, key), row -> {
            if (!row.next()) return Optional.empty();
            return Optional.of(new Receipt(
                    key,
                    row.getBytes("fingerprint"),
                    row.getString("outcome"),
                    row.getLong("position"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
        });
    }

    /// The last version of each stream, -1 for an absent one.
    public Map<String, Long> versions(Collection<String> streams) {
        return database.query(VERSIONS, statement -> names(statement, 1, streams), row -> {
            Map<String, Long> versions = HashMap.newHashMap(streams.size());
            while (row.next()) versions.put(row.getString(1), row.getLong(2));
            return versions;
        });
    }

    private static void names(PreparedStatement statement, int parameter, Collection<String> names)
            throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", names.toArray(String[]::new)));
    }

    private static List<RecordedEvent> events(ResultSet row) throws SQLException {
        List<RecordedEvent> events = new ArrayList<>();
        while (row.next()) {
            events.add(new RecordedEvent(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    row.getString(8),
                    row.getString(9),
                    row.getBoolean(10)));
        }
        return events;
    }
}
