package uk.vehicleregister.query.projection;

import java.io.IOException;
import java.io.StringReader;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// New rows by COPY, in the transaction at hand: a multi-row INSERT of Hibernate's is planned anew each time and
/// costs the database five times as much.
///
/// @param <R> the row
public final class Copy<R> {

    private final String statement;
    private final Function<R, @Nullable Object[]> values;

    /// @param columns separated by commas, in the order of the values
    public Copy(String table, String columns, Function<R, @Nullable Object[]> values) {
        this.statement = "copy " + table + " (" + columns + ") from stdin";
        this.values = values;
    }

    public void insert(Iterable<R> rows, StatelessSession session) {
        StringBuilder text = new StringBuilder();
        for (R row : rows) append(text, values.apply(row));
        if (text.isEmpty()) return;
        session.doWork(connection -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(text.toString()));
            } catch (IOException e) {
                throw new IllegalStateException("A text in memory can be read", e);
            }
        });
    }

    private static void append(StringBuilder text, @Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) text.append('\t');
            Object value = row[i];
            if (value == null) text.append("\\N");
            else escaped(text, value.toString());
        }
        text.append('\n');
    }

    private static void escaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
