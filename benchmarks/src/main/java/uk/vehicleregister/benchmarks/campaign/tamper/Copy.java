package uk.vehicleregister.benchmarks.campaign.tamper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.eventstore.schema.LogSchema;
import uk.vehicleregister.program.audit.DatabaseLog;
import uk.vehicleregister.program.audit.DatabaseLog.Judgement;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.note.VerifierKey;
import uk.vehicleregister.transparencylog.tile.Tile;

/// The beginning of a register's log in a database of its own, sealed under several checkpoints by a key that is known
/// here, with some events behind the last of them. One session alters it, as a superuser for whom no trigger fires,
/// audits what it sees, and takes it all back.
final class Copy implements AutoCloseable {

    private static final String NAME = "tampered";
    private static final String ORIGIN = "tampered.example/log";
    private static final String COLUMNS =
            "position, event_id, stream, version, type, revision, recorded_at, transaction_end, payload, metadata";
    private static final String WHOLE = """
            select md5(coalesce((select string_agg(e::text, '|' order by position) from log.event e), '')
                || coalesce((select string_agg(t::text, '|' order by level, index) from log.tile t), '')
                || coalesce((select string_agg(c::text, '|' order by size) from log.checkpoint c), ''))""";

    private final PGSimpleDataSource server;
    private final Connection connection;
    private final DatabaseLog log;
    private final Path directory;
    private final List<byte[]> notes = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final String fingerprint;

    /// Signs it; whoever stole it could do the same.
    final SigningKey key = SigningKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());
    /// The events under the last checkpoint, as they were copied.
    final List<EventLeaf> events;

    private Copy(PGSimpleDataSource server, Connection connection, Path directory, long size) throws SQLException {
        this.server = server;
        this.connection = connection;
        this.directory = directory;
        log = new DatabaseLog(ofSession(connection));
        events = leaves(size);
        seal();
        fingerprint = text(WHOLE);
        connection.commit();
    }

    /// @param events about so many are sealed, and some more are there
    static Copy of(RegisterDatabase register, int events, Path directory) throws SQLException, IOException {
        PGSimpleDataSource original = source(register, register.url());
        PGSimpleDataSource copied = source(register, register.url().replaceFirst("/register$", "/" + NAME));
        try (Connection from = original.getConnection();
                Statement order = from.createStatement()) {
            order.execute("drop database if exists " + NAME + " with (force)");
            order.execute("create database " + NAME);
            LogSchema.migrate(copied);
            long size = copyEvents(from, copied, events);
            Connection session = copied.getConnection();
            session.setAutoCommit(false);
            try (Statement forSession = session.createStatement()) {
                forSession.execute("set session_replication_role = replica");
            }
            session.commit();
            return new Copy(original, session, directory, size);
        }
    }

    private static PGSimpleDataSource source(RegisterDatabase register, String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(register.superuser().user());
        source.setPassword(register.superuser().password());
        return source;
    }

    /// Whole transactions. Answers how many are to be sealed.
    private static long copyEvents(Connection from, PGSimpleDataSource to, int events)
            throws SQLException, IOException {
        long size = endBefore(from, events) + 1;
        long all = Math.max(endBefore(from, events + 50), size - 1) + 1;
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + COLUMNS + " from log.event where position < " + all
                                + ") to stdout (format binary)",
                        rows);
        try (Connection into = to.getConnection()) {
            into.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy log.event (" + COLUMNS + ") from stdin (format binary)",
                            new ByteArrayInputStream(rows.toByteArray()));
        }
        return size;
    }

    private static long endBefore(Connection from, int position) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery(
                        "select coalesce(max(position), -1) from log.event where transaction_end and position < "
                                + position)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void seal() throws SQLException {
        for (double part : new double[] {0.3, 0.55, 0.8, 1}) {
            int size = (int) (part * events.size());
            while (!events.get(size - 1).endsTransaction()) size--;
            Tree tree = Tree.over(events.subList(0, size));
            Checkpoint checkpoint = new Checkpoint(ORIGIN, size, tree.root());
            replaceTiles(tree.tiles());
            checkpoints.add(checkpoint);
            notes.add(checkpoint.sign(key.author()).bytes());
            change(
                    "insert into log.checkpoint (size, root, note, keys) values (?, ?, ?, ?)",
                    (long) size,
                    checkpoint.root().bytes(),
                    note(checkpoints.size() - 1),
                    key.verifier() + "\n");
        }
    }

    private List<EventLeaf> leaves(long size) throws SQLException {
        List<EventLeaf> leaves = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + COLUMNS + " from log.event where position < " + size + " order by position")) {
            while (row.next())
                leaves.add(new EventLeaf(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        EventLeaf.micros(row.getObject(7, OffsetDateTime.class).toInstant()),
                        row.getBoolean(8),
                        row.getString(9).getBytes(StandardCharsets.UTF_8),
                        row.getString(10).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    /// How many events are sealed.
    int size() {
        return events.size();
    }

    int checkpoints() {
        return checkpoints.size();
    }

    /// The size of one of the checkpoints, the smallest first.
    long sealedAt(int checkpoint) {
        return checkpoints.get(checkpoint).size();
    }

    Checkpoint newest() {
        return checkpoints.getLast();
    }

    String note(int checkpoint) {
        return new String(notes.get(checkpoint), StandardCharsets.UTF_8);
    }

    /// The tiles as they would be, had everything been so from the beginning.
    void replaceTiles(Map<Tile, byte[]> tiles) throws SQLException {
        execute("delete from log.tile");
        for (Map.Entry<Tile, byte[]> tile : tiles.entrySet())
            change(
                    "insert into log.tile (level, index, hashes) values (?, ?, ?)"
                            + " on conflict (level, index) do update set hashes = excluded.hashes",
                    tile.getKey().level(),
                    tile.getKey().index(),
                    tile.getValue());
    }

    /// An order that must change something, or nothing would have been tampered with.
    void change(String order, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(order)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            if (statement.executeUpdate() == 0) throw new IllegalStateException("changes nothing: " + order);
        }
    }

    void execute(String order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    /// The first column of the first row.
    String text(String question, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /// What an audit says of it as it is now.
    ///
    /// @param kept which checkpoint the auditor has from last time, -1 when none
    Judgement audit(int kept) throws IOException {
        Path memory = directory.resolve("kept");
        Files.deleteIfExists(memory);
        if (kept >= 0) Files.writeString(memory, key.verifier() + "\n\n" + note(kept));
        VerifierKey known = key.verifier();
        return log.verify(known, memory);
    }

    void undo() throws SQLException {
        connection.rollback();
    }

    boolean isAsCopied() throws SQLException {
        return text(WHOLE).equals(fingerprint);
    }

    /// What was taken back is still in the tables' files, to be walked over by every reader.
    void sweep() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        execute("vacuum log.event, log.tile, log.checkpoint");
        connection.setAutoCommit(false);
    }

    /// Hands out the one connection that sees what was altered, and keeps it open.
    private static DataSource ofSession(Connection connection) {
        Connection lasting = proxy(
                Connection.class,
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (self, method, arguments) -> lasting);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Copy.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try (Connection session = server.getConnection();
                Statement order = session.createStatement()) {
            order.execute("drop database " + NAME + " with (force)");
        }
    }
}
