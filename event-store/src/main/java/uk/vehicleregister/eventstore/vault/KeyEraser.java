package uk.vehicleregister.eventstore.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.vehicleregister.eventstore.log.LogUnavailableException;

/// Destroys data keys: first in the list outside the database, then in it. Doing it twice is doing it once.
public final class KeyEraser {

    private final DataSource eraser;
    private final ErasureList list;

    /// @param eraser a login with the role `register_key_eraser`
    public KeyEraser(DataSource eraser, ErasureList list) {
        this.eraser = eraser;
        this.list = list;
    }

    /// Forgotten for good, also by backups that are restored. Answers how many were still alive.
    public int erase(Collection<UUID> keyIds) {
        list.add(keyIds);
        return destroy(keyIds);
    }

    /// Destroys what the list says, and what a restored backup knows nothing of. Answers how many were alive.
    public int eraseListed() {
        return destroy(list.all());
    }

    /// Destroys keys that need no list: a restored register destroys them again by itself.
    public int destroy(Collection<UUID> keyIds) {
        if (keyIds.isEmpty()) return 0;
        try (Connection connection = eraser.getConnection();
                PreparedStatement erase = connection.prepareStatement(
                        // in the order of their ids, as keys are wrapped anew: neither deadlocks with the other
                        "select count(*) filter (where log.erase_data_key(key_id)) from (select key_id from log.data_key"
                                + " where key_id = any (?) and wrapped is not null order by key_id offset 0) living")) {
            erase.setArray(1, connection.createArrayOf("uuid", keyIds.toArray(UUID[]::new)));
            try (ResultSet row = erase.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("Data keys cannot be destroyed", e);
        }
    }

    /// Those of the list that can still be read in this database. Any login that reads data keys may ask.
    public static List<UUID> aliveThoughListed(DataSource reader, ErasureList list) {
        Collection<UUID> listed = list.all();
        if (listed.isEmpty()) return List.of();
        try (Connection connection = reader.getConnection();
                PreparedStatement alive = connection.prepareStatement(
                        "select key_id from log.data_key where key_id = any (?) and wrapped is not null")) {
            alive.setArray(1, connection.createArrayOf("uuid", listed.toArray(UUID[]::new)));
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = alive.executeQuery()) {
                while (row.next()) found.add(row.getObject(1, UUID.class));
            }
            return found;
        } catch (SQLException e) {
            throw new LogUnavailableException("The data keys cannot be read", e);
        }
    }
}
