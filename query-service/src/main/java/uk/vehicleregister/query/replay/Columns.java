package uk.vehicleregister.query.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The columns of a table, and its rows as lines of text: PostgreSQL's own (COPY, text format), in the order of the
/// primary key. Of a column that may lead to a person the line holds the SHA-256, so that it is compared and never
/// shown.
///
/// @param order of the rows, by names
record Columns(String table, List<Column> all, List<Column> order) {

    /// Texts in the register's own words, or keys an auditor finds a row by. Any other is withheld: a column that is
    /// added later is, until somebody has thought about it.
    private static final Set<String> SHOWN = Set.of(
            "vehicle_id",
            "registration_mark",
            "make",
            "colour",
            "fuel_type",
            "type_approval",
            "wheelplan",
            "euro_status",
            "licensing",
            "keeper_type",
            "place",
            "type",
            "state",
            "kind",
            "role",
            "applicant_role",
            "command",
            "cause",
            "code",
            "transaction_id",
            "case_id",
            "batch_id");

    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8");
    private static final Set<String> PLAIN = Set.of("int2", "int4", "int8", "bool", "date", "timestamptz");

    private static final String OF_TABLE = """
            select a.attname, t.typname, coalesce(array_position(i.indkey::int2[], a.attnum), -1)
              from pg_attribute a
              join pg_type t on t.oid = a.atttypid
              left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
             where a.attrelid = (? || '.' || ?)::regclass and a.attnum > 0 and not a.attisdropped
             order by a.attnum""";

    /// @param place in the primary key, -1 when it is not in it
    /// @param number whether it is ordered as a number, and not by its bytes
    record Column(String name, int place, boolean number, boolean withheld) {

        boolean isKey() {
            return place >= 0;
        }

        private String sql() {
            return withheld ? "encode(sha256(convert_to(" + name + "::text, 'UTF8')), 'hex')" : name;
        }

        private String head() {
            return name + (isKey() ? "*" : "") + (number ? "#" : "");
        }
    }

    static Columns of(String schema, String table, JdbcClient database) {
        List<Column> all = database.sql(OF_TABLE)
                .params(schema, table)
                .query((row, _) -> column(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
        return new Columns(table, all);
    }

    private static Column column(String name, String type, int place) {
        boolean shown = place >= 0 || PLAIN.contains(type) || SHOWN.contains(name);
        return new Column(name, place, NUMBERS.contains(type), !shown);
    }

    Columns(String table, List<Column> all) {
        this(
                table,
                List.copyOf(all),
                all.stream()
                        .filter(Column::isKey)
                        .sorted((a, b) -> Integer.compare(a.place, b.place))
                        .toList());
        if (order.isEmpty()) throw new UnusableOrderException("The table " + table + " has no primary key");
    }

    String copy(String schema) {
        return all.stream()
                .map(Column::sql)
                .collect(Collectors.joining(
                        ", ",
                        "copy (select ",
                        " from " + schema + "." + table + " order by "
                                + order.stream().map(Column::name).collect(Collectors.joining(", ")) + ") to stdout"));
    }

    /// The first line of a file of rows: position and columns, keys with a star, numbers with a hash.
    String head(long position) {
        return Stream.concat(Stream.of("@" + position), all.stream().map(Column::head))
                .collect(Collectors.joining("\t", "", "\n"));
    }

    /// Below nought, nought or above, as the first row comes before the second, is of the same key, or comes after.
    int compareKeys(List<String> a, List<String> b) {
        for (Column column : order) {
            int i = all.indexOf(column);
            String one = a.get(i);
            String other = b.get(i);
            int order = column.number ? compareNumbers(one, other) : Utf8.compare(one, other);
            if (order != 0) return order;
        }
        return 0;
    }

    private int compareNumbers(String one, String other) {
        try {
            return Long.compare(Long.parseLong(one), Long.parseLong(other));
        } catch (NumberFormatException e) {
            throw new UnusableOrderException("A row of " + table + " to compare with has no number in its key");
        }
    }

    String key(List<String> row) {
        return order.stream()
                .map(column -> column.name + "=" + row.get(all.indexOf(column)))
                .collect(Collectors.joining(" "));
    }

    List<Difference.Column> differing(List<String> there, List<String> replayed) {
        List<Difference.Column> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Column column = all.get(i);
            if (there.get(i).equals(replayed.get(i))) continue;
            found.add(new Difference.Column(
                    column.name, column.withheld, told(column, there.get(i)), told(column, replayed.get(i))));
        }
        return found;
    }

    private static @Nullable String told(Column column, String value) {
        return column.withheld || value.equals(Rows.NULL) ? null : value;
    }
}
