package uk.vehicleregister.eventstore.vault;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The few keys that wrap data keys: unwrapped by the key service once, then kept in memory, so that it is not
/// asked for each person (design.md 5).
final class IntermediateKeys {

    /// After this long it is looked up again which one is in use, for another process may have begun a new one.
    private static final long FRESH = Duration.ofMinutes(1).toNanos();

    private final DataSource dataSource;
    private final KeyService keyService;
    private final Map<Integer, Intermediate> known = new ConcurrentHashMap<>();
    private volatile @Nullable InUse inUse;

    IntermediateKeys(DataSource dataSource, KeyService keyService) {
        this.dataSource = dataSource;
        this.keyService = keyService;
    }

    record Intermediate(int id, AesGcm cipher) {

        byte[] wrap(DataKey key) {
            return cipher.seal(key.raw(), DataKey.bytes(key.id()));
        }

        DataKey unwrap(WrappedKey key) {
            try {
                return new DataKey(key.keyId(), cipher.open(key.wrapped(), DataKey.bytes(key.keyId())));
            } catch (GeneralSecurityException e) {
                throw new UnreadableKeyException("Data key " + key.keyId() + " does not unwrap", e);
            }
        }
    }

    private record InUse(Intermediate key, long since) {}

    /// The one that new data keys are wrapped with: the youngest, or the first one, made now.
    Intermediate current() throws SQLException {
        InUse used = inUse;
        if (used != null && System.nanoTime() - used.since() < FRESH) return used.key();
        Intermediate key = youngestOrNew();
        inUse = new InUse(key, System.nanoTime());
        return key;
    }

    Intermediate get(int id) throws SQLException {
        Intermediate key = known.get(id);
        return key != null ? key : load(id);
    }

    private Intermediate youngestOrNew() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement youngest = connection.prepareStatement(
                        "select id, wrapped from log.intermediate_key order by id desc limit 1");
                ResultSet row = youngest.executeQuery()) {
            return row.next() ? unwrapped(row.getInt(1), row.getBytes(2)) : create(connection);
        }
    }

    private Intermediate create(Connection connection) throws SQLException {
        byte[] raw = AesGcm.random(AesGcm.KEY);
        byte[] wrapped = keyService.wrap(raw);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into log.intermediate_key (wrapped) values (?) returning id")) {
            insert.setBytes(1, wrapped);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return unwrapped(row.getInt(1), wrapped);
            }
        }
    }

    private Intermediate load(int id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select wrapped from log.intermediate_key where id = ?")) {
            select.setInt(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) throw new UnreadableKeyException("There is no intermediate key " + id, null);
                return unwrapped(id, row.getBytes(1));
            }
        }
    }

    private Intermediate unwrapped(int id, byte[] wrapped) {
        return known.computeIfAbsent(id, number -> {
            try {
                return new Intermediate(number, new AesGcm(keyService.unwrap(wrapped)));
            } catch (IllegalArgumentException e) {
                throw new UnreadableKeyException("Intermediate key " + number + " is none", e);
            }
        });
    }
}
