package uk.vehicleregister.query.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.tile.Tile;

/// Tiles and checkpoints as the log's schema keeps them. A partial tile is a prefix of what is stored.
final class SealedRows {

    private static final String LATEST = "select note, keys from log.checkpoint order by size desc limit 1";
    private static final String TILE = "select substring(hashes for ?) from log.tile where level = ? and index = ?";

    /// The last checkpoint's texts, whatever they are.
    record Stored(String note, String keys) {}

    private SealedRows() {}

    static @Nullable Published latest(Connection connection) throws SQLException {
        Stored stored = stored(connection);
        return stored == null ? null : Published.of(stored.note(), stored.keys());
    }

    static @Nullable Stored stored(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Stored(row.getString(1), row.getString(2)) : null;
        }
    }

    /// Null when it is not there at this width.
    static byte @Nullable [] tile(Connection connection, Tile tile) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TILE)) {
            statement.setInt(1, tile.bytes());
            statement.setInt(2, tile.level());
            statement.setLong(3, tile.index());
            try (ResultSet row = statement.executeQuery()) {
                byte[] hashes = row.next() ? row.getBytes(1) : null;
                return hashes != null && hashes.length == tile.bytes() ? hashes : null;
            }
        }
    }
}
