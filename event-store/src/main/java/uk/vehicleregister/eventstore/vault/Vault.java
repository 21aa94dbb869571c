package uk.vehicleregister.eventstore.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.LogUnavailableException;

/// Data keys, one for a person in a role (design.md 5). They are read from the database each time, never kept: once
/// a person is erased nobody opens their texts again.
public final class Vault {

    private static final String SELECT =
            "select key_id, intermediate_id, wrapped from log.data_key where key_id = any (?)";

    private final DataSource dataSource;
    private final IntermediateKeys intermediates;

    public Vault(DataSource dataSource, KeyService keyService) {
        this.dataSource = dataSource;
        this.intermediates = new IntermediateKeys(dataSource, keyService);
    }

    /// Random, and nowhere stored until its wrapped form went into the log beside the events it seals.
    public DataKey newKey() {
        return DataKey.random();
    }

    /// The row for the append that first uses the key.
    public WrappedKey wrap(DataKey key) {
        try {
            IntermediateKeys.Intermediate intermediate = intermediates.current();
            return new WrappedKey(key.id(), intermediate.id(), intermediate.wrap(key));
        } catch (SQLException e) {
            throw new LogUnavailableException("The intermediate key cannot be read", e);
        }
    }

    /// Throws MissingKeyException when there is none, ErasedKeyException when there is only its tombstone.
    public DataKey existing(UUID id) {
        DataKey key = read(Set.of(id)).get(id);
        if (key == null) throw new ErasedKeyException(id);
        return key;
    }

    public boolean isErased(UUID id) {
        return erased(Set.of(id)).contains(id);
    }

    /// Those of which only a tombstone is left. Throws MissingKeyException when one is not even that.
    public Set<UUID> erased(Collection<UUID> ids) {
        Set<UUID> left = new HashSet<>(ids);
        if (left.isEmpty()) return left;
        try {
            Set<UUID> erased = new HashSet<>();
            for (WrappedRow row : rows(left)) {
                left.remove(row.keyId());
                if (row.wrapped() == null) erased.add(row.keyId());
            }
            for (UUID absent : left) throw new MissingKeyException(absent);
            return erased;
        } catch (SQLException e) {
            throw new LogUnavailableException("The data keys cannot be read", e);
        }
    }

    public Opened open(String sealedText) {
        return open(sealedText, read(Set.of(DataKey.keyOf(sealedText))));
    }

    /// By the sealed text, with one query for all. Throws MissingKeyException when one of the keys is absent.
    public Map<String, Opened> openAll(Collection<String> sealedTexts) {
        Map<UUID, @Nullable DataKey> keys =
                read(sealedTexts.stream().map(DataKey::keyOf).collect(Collectors.toSet()));
        Map<String, Opened> opened = LinkedHashMap.newLinkedHashMap(sealedTexts.size());
        for (String text : sealedTexts) opened.put(text, open(text, keys));
        return opened;
    }

    private static Opened open(String sealedText, Map<UUID, @Nullable DataKey> keys) {
        DataKey key = keys.get(DataKey.keyOf(sealedText));
        return key == null ? new Opened.Erased() : new Opened.Plain(key.open(sealedText));
    }

    /// Null stands for a tombstone.
    private Map<UUID, @Nullable DataKey> read(Set<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        try {
            Map<UUID, @Nullable DataKey> keys;
            try {
                keys = unwrapped(rows(ids));
            } catch (UnreadableKeyException perhapsWrappedAnew) {
                // while the rows were on their way; then they name another intermediate key now
                keys = unwrapped(rows(ids));
            }
            for (UUID id : ids) if (!keys.containsKey(id)) throw new MissingKeyException(id);
            return keys;
        } catch (SQLException e) {
            throw new LogUnavailableException("The data keys cannot be read", e);
        }
    }

    private Map<UUID, @Nullable DataKey> unwrapped(List<WrappedRow> rows) throws SQLException {
        Map<UUID, @Nullable DataKey> keys = HashMap.newHashMap(rows.size());
        for (WrappedRow row : rows) {
            byte[] wrapped = row.wrapped();
            keys.put(
                    row.keyId(),
                    wrapped == null
                            ? null
                            : intermediates
                                    .get(row.intermediateId())
                                    .unwrap(new WrappedKey(row.keyId(), row.intermediateId(), wrapped)));
        }
        return keys;
    }

    private record WrappedRow(UUID keyId, int intermediateId, byte @Nullable [] wrapped) {}

    /// Read to the end before any is unwrapped, for that may need a connection of its own.
    private List<WrappedRow> rows(Collection<UUID> ids) throws SQLException {
        List<WrappedRow> found = new ArrayList<>(ids.size());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next())
                    found.add(new WrappedRow(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)));
            }
        }
        return found;
    }
}
