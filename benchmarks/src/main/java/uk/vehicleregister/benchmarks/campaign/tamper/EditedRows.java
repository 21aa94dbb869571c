package uk.vehicleregister.benchmarks.campaign.tamper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.query.replay.Difference;
import uk.vehicleregister.query.replay.Difference.Kind;
import uk.vehicleregister.query.replay.Login;
import uk.vehicleregister.query.replay.Order;
import uk.vehicleregister.query.replay.ReadModelReplay;
import uk.vehicleregister.query.replay.Replayed;

/// Rows of the live read models, edited behind the program's back one at a time and put back after a replay was to find
/// them. Nobody may be sending meanwhile.
final class EditedRows implements AutoCloseable {

    private static final String KEYS = """
            select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
             where i.indrelid = ('read.' || ?)::regclass and i.indisprimary
             order by array_position(i.indkey::int2[], a.attnum)""";
    private static final String COLUMNS = """
            select a.attname || '=' || t.typname from pg_attribute a join pg_type t on t.oid = a.atttypid
             where a.attrelid = ('read.' || ?)::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum""";

    /// The table of a read model, and the model it is of.
    private record Target(String model, String table) {}

    /// What replay has to name.
    private record Edit(Kind kind, String table, String key) {}

    private final Connection connection;
    private final ReadModelReplay replay;
    private final Random random;
    private final List<Target> targets = new ArrayList<>();

    EditedRows(RegisterDatabase register, Random random) throws SQLException {
        this.random = random;
        RegisterDatabase.Login superuser = register.superuser();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(register.url());
        source.setUser(superuser.user());
        source.setPassword(superuser.password());
        connection = source.getConnection();
        execute("set session_replication_role = replica");
        execute("set timezone = 'UTC'");
        replay = ReadModelReplay.open(new Login(register.url(), superuser.user(), superuser.password()));
    }

    /// All read models as they are: what replay has against them, and how many there are. To be asked first.
    List<String> control() {
        Replayed all = replay.run(Order.ofLive(Set.of(), 3), (_, _) -> {});
        targets.clear();
        for (Replayed.ReadModel model : all.readModels())
            for (Replayed.Table table : model.tables())
                if (table.rows() > 0) targets.add(new Target(model.projection(), table.name()));
        return all.first().stream()
                .map(difference -> "nobody edited it, and replay says " + difference)
                .toList();
    }

    /// Edits a row, asks replay, and puts the row back. What replay says wrongly, null when it names the row.
    @Nullable
    String editOne(Kind kind) throws SQLException {
        for (int draws = 0; draws < 100; draws++) {
            Target target = targets.get(random.nextInt(targets.size()));
            execute("drop table if exists kept");
            execute("create temp table kept as select * from read." + target.table() + " order by random() limit 1");
            List<String> keys = names(KEYS, target.table());
            Edit edit = edit(kind, target.table(), keys);
            if (edit == null) continue;
            try {
                return violation(edit, replay.run(Order.ofLive(Set.of(target.model()), 3), (_, _) -> {}));
            } finally {
                undo(edit, keys);
            }
        }
        throw new IllegalStateException("no row can be edited: " + kind);
    }

    static @Nullable String violation(long differences, List<Difference> first, Kind kind, String table, String key) {
        String expected = kind + " " + table + " " + key;
        if (differences == 0) return expected + " was accepted";
        List<String> told = first.stream()
                .map(difference -> difference.kind() + " " + difference.table() + " " + difference.key())
                .toList();
        return differences == 1 && told.equals(List.of(expected))
                ? null
                : expected + " was to be named, and replay says " + told + ", " + differences + " in all";
    }

    private static @Nullable String violation(Edit edit, Replayed replayed) {
        return violation(replayed.differences(), replayed.first(), edit.kind(), edit.table(), edit.key());
    }

    /// Null where the table does not take it.
    private @Nullable Edit edit(Kind kind, String table, List<String> keys) throws SQLException {
        List<String> all = names(COLUMNS, table);
        try {
            switch (kind) {
                case MISSING -> change("delete from read." + table + " t using kept k where " + same(keys));
                case CHANGED -> {
                    List<String> others = all.stream()
                            .filter(column -> !keys.contains(column.split("=")[0]))
                            .toList();
                    if (others.isEmpty()) return null;
                    String[] column = others.get(random.nextInt(others.size())).split("=");
                    String other = other("t." + column[0], column[1]);
                    if (other == null) return null;
                    change("update read." + table + " t set " + column[0] + " = " + other + " from kept k where "
                            + same(keys) + " and t." + column[0] + " is not null");
                }
                case EXTRA -> {
                    String last = keys.getLast();
                    String type = all.stream()
                            .filter(column -> column.startsWith(last + "="))
                            .findFirst()
                            .orElseThrow()
                            .split("=")[1];
                    String other = other(last, type);
                    if (other == null) return null;
                    change("update kept set " + last + " = " + other);
                    change("insert into read." + table + " select * from kept");
                }
            }
            return new Edit(kind, table, key(keys));
        } catch (SQLException refused) {
            return null; // by a rule of the table: another row is drawn
        }
    }

    /// Another value of that type; null for a type nobody thought of.
    private static @Nullable String other(String value, String type) {
        return switch (type) {
            case "text", "varchar", "bpchar" -> value + " || 'x'";
            case "int2", "int4", "int8" -> value + " + 1000003";
            case "date" -> value + " + 1";
            case "timestamptz" -> value + " + interval '1 microsecond'";
            case "bool" -> "not " + value;
            case "uuid" -> "gen_random_uuid()";
            default -> null;
        };
    }

    private void undo(Edit edit, List<String> keys) throws SQLException {
        if (edit.kind() != Kind.MISSING)
            change("delete from read." + edit.table() + " t using kept k where " + same(keys));
        if (edit.kind() != Kind.EXTRA) change("insert into read." + edit.table() + " select * from kept");
    }

    private static String same(List<String> keys) {
        return String.join(
                " and ", keys.stream().map(key -> "t." + key + " = k." + key).toList());
    }

    /// As replay tells keys: `name=value`, joined by blanks.
    private String key(List<String> keys) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (String key : keys) parts.add("'" + key + "=' || " + key + "::text");
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select concat_ws(' ', " + String.join(", ", parts) + ") from kept")) {
            row.next();
            return row.getString(1);
        }
    }

    private List<String> names(String question, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (row.next()) names.add(row.getString(1));
                return names;
            }
        }
    }

    private void change(String order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(order) == 0) throw new SQLException("changes nothing");
        }
    }

    private void execute(String order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    @Override
    public void close() throws SQLException {
        replay.close();
        connection.close();
    }
}
