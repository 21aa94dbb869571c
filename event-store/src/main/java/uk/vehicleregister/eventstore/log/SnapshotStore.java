package uk.vehicleregister.eventstore.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The latest snapshot of each stream: a short cut through its events, never the truth, and off unless somebody stores
/// one.
public final class SnapshotStore {

    private static final String LATEST =
            "select version, event_id, recorded_at, type, revision, payload, metadata from log.snapshot where stream = ?";
    private static final String STORE = """
            insert into log.snapshot as old (stream, version, event_id, recorded_at, type, revision, payload, metadata)
            values (?, ?, ?, ?, ?, ?, ?::json, ?::json)
            on conflict (stream) do update
               set version = excluded.version, event_id = excluded.event_id, recorded_at = excluded.recorded_at,
                   type = excluded.type, revision = excluded.revision, payload = excluded.payload,
                   metadata = excluded.metadata
             where old.version < excluded.version""";

    private final Database database;

    public SnapshotStore(DataSource dataSource) {
        database = new Database(dataSource);
    }

    /// The state of a stream after its event `version`, as JSON text.
    public record Snapshot(
            String stream,
            long version,
            UUID eventId,
            Instant recordedAt,
            String type,
            @Nullable String revision,
            String payload,
            String metadata) {}

    public Optional<Snapshot> latest(String stream) {
        return database.query(LATEST, statement -> statement.setString(1, stream), row -> {
            if (!row.next()) return Optional.empty();
            return Optional.of(new Snapshot(
                    stream,
                    row.getLong("version"),
                    row.getObject("event_id", UUID.class),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getString("type"),
                    row.getString("revision"),
                    row.getString("payload"),
                    row.getString("metadata")));
        });
    }

    /// Replaces an older one; a younger one stays.
    public void store(Snapshot snapshot) {
        database.update(STORE, statement -> {
            statement.setString(1, snapshot.stream());
            statement.setLong(2, snapshot.version());
            statement.setObject(3, snapshot.eventId());
            statement.setObject(4, snapshot.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(5, snapshot.type());
            statement.setString(6, snapshot.revision());
            statement.setString(7, snapshot.payload());
            statement.setString(8, snapshot.metadata());
        });
    }
}
