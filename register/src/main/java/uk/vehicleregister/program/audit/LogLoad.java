package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// Loads the events of a verified archive into an empty log, tiles and checkpoint with them, in one transaction. It is
/// committed only when what the database then holds, read back, has the signed root.
final class LogLoad {

    private static final String COLUMNS =
            "position, version, recorded_at, event_id, transaction_end, stream, type, revision, payload, metadata";
    private static final String ANYTHING = "select exists (select from log.event) or exists (select from log.tile)"
            + " or exists (select from log.checkpoint) or exists (select from log.receipt)";
    private static final int PAGE = 1000;

    private final ArchiveLog archive;
    private final Checkpoint signed;
    private final Connection connection;

    private LogLoad(ArchiveLog archive, Checkpoint signed, Connection connection) {
        this.archive = archive;
        this.signed = signed;
        this.connection = connection;
    }

    /// @param owner of the schema
    static void load(ArchiveLog archive, Checkpoint signed, DataSource owner) throws IOException, SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new LogLoad(archive, signed, connection).load();
            } catch (SQLException e) {
                if (isAway(e))
                    throw Stopped.unreachable(
                            "The database went away (SQL state " + e.getSQLState() + "). Nothing was loaded.");
                throw notTaken(e);
            }
            try {
                connection.commit();
            } catch (SQLException e) {
                if (isAway(e))
                    throw Stopped.unreachable("The database went away while it was to confirm the load (SQL state "
                            + e.getSQLState() + "). Whether the log is loaded is not known. Run the same again: where"
                            + " it is, that is refused.");
                throw notTaken(e);
            }
        }
    }

    private static Stopped notTaken(SQLException e) {
        return Stopped.refused(
                "The database does not take the log (SQL state " + e.getSQLState() + "). Nothing was loaded.");
    }

    /// Lost connections, and a server that is shut down.
    private static boolean isAway(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    /// Before anything is done to the database, its schema included.
    static void demandEmpty(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            boolean thereIsALog = truth(connection, "select to_regclass('log.event') is not null");
            if (thereIsALog && truth(connection, "select exists (select from log.event)")) throw notEmpty();
        }
    }

    private static Stopped notEmpty() {
        return Stopped.refused("The log of this register is not empty. Restore into an empty one; nothing was loaded.");
    }

    private void load() throws IOException, SQLException {
        execute("select from log.log_lock for update"); // no append meanwhile
        if (truth(connection, ANYTHING)) throw notEmpty();
        events();
        compare();
        tiles();
        checkpoint();
    }

    private void events() throws IOException, SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy log.event (" + COLUMNS + ") from stdin");
        try {
            LineReader lines = new LineReader(archive.events(signed.size()));
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                byte[] row = row(EventLine.read(line.bytes(), line.from(), line.length()))
                        .getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private static String row(EventLeaf event) {
        return String.join(
                        "\t",
                        Long.toString(event.position()),
                        Long.toString(event.version()),
                        Instant.EPOCH
                                .plus(event.recordedAtMicros(), ChronoUnit.MICROS)
                                .toString(),
                        event.eventId().toString(),
                        event.endsTransaction() ? "t" : "f",
                        escaped(event.stream()),
                        escaped(event.type()),
                        escaped(event.revision()),
                        escaped(new String(event.payload(), StandardCharsets.UTF_8)),
                        escaped(new String(event.metadata(), StandardCharsets.UTF_8)))
                + "\n";
    }

    /// As COPY wants its texts: a backslash before what would end a value or a row.
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /// What counts is not what was written but what is there.
    private void compare() throws SQLException {
        TreeBuilder tree = new TreeBuilder((tile, hashes) -> {});
        LeafHasher hasher = new LeafHasher();
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from log.event order by position")) {
            statement.setFetchSize(PAGE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) tree.add(hasher.hash(leaf(row)));
            }
        }
        if (tree.size() != signed.size() || !tree.root().equals(signed.root()))
            throw Stopped.refused("What the database holds is not what was signed. Nothing was loaded.");
    }

    private static EventLeaf leaf(ResultSet row) throws SQLException {
        return new EventLeaf(
                row.getLong(1),
                row.getObject(4, UUID.class),
                row.getString(6),
                row.getLong(2),
                row.getString(7),
                row.getString(8),
                EventLeaf.micros(row.getObject(3, OffsetDateTime.class).toInstant()),
                row.getBoolean(5),
                row.getString(9).getBytes(StandardCharsets.UTF_8),
                row.getString(10).getBytes(StandardCharsets.UTF_8));
    }

    private void tiles() throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into log.tile (level, index, hashes) values (?, ?, ?)")) {
            for (Iterator<Tile> tiles = ArchiveLayout.tiles(signed.size()).iterator(); tiles.hasNext(); ) {
                Tile tile = tiles.next();
                insert.setInt(1, tile.level());
                insert.setLong(2, tile.index());
                insert.setBytes(3, archive.need(tile));
                insert.executeUpdate();
            }
        }
    }

    private void checkpoint() throws IOException, SQLException {
        if (signed.size() == 0) return;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into log.checkpoint (size, root, note, keys) values (?, ?, ?, ?)")) {
            insert.setLong(1, signed.size());
            insert.setBytes(2, signed.root().bytes());
            insert.setString(3, new String(archive.checkpoint(), StandardCharsets.UTF_8));
            insert.setString(4, archive.key() + "\n");
            insert.executeUpdate();
        }
    }

    private static boolean truth(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void execute(String order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
