package uk.vehicleregister.program.invariants.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tables of the read models and the columns a naive fold can tell. A row is one line of text, columns parted by
/// bars. Of rows in both times, those that are known now.
public enum ReadTable {
    VEHICLE_ENQUIRY(
            "true",
            "vehicle_id, registration_mark, make, colour, exported, last_v5c_issued_on, licensing::jsonb -> 'taxed',"
                    + " licensing::jsonb ->> 'taxEndedOn',"
                    + " licensing::jsonb ->> 'sornFrom', licensing::jsonb ->> 'offRoadSince',"
                    + " licensing::jsonb ->> 'sornEndedOn', licensing::jsonb ->> 'motFed',"
                    + " licensing::jsonb ->> 'motExpiresOn'"),
    KEEPERSHIP("recorded_to is null", "vehicle_id, effective_from, effective_to, keeper_type, key_id, position"),
    VEHICLE_MARK("recorded_to is null", "vehicle_id, effective_from, effective_to, registration_mark, position"),
    MARK_PLACE(
            "recorded_to is null",
            "registration_mark, effective_from, effective_to, place, vehicle_id, expires_on, position"),
    PRINTED_DOCUMENT("true", "position, type, vehicle_id, registration_mark, issued_on, transaction_id"),
    APPLICATION("true", "transaction_id, state, code, case_id"),
    REVIEW_CASE("true", "case_id, transaction_id, command, cause, vehicle_id, registration_mark, state"),
    ATTEMPT("true", "position, kind, registration_mark, command, code"),
    DISCLOSURE("true", "position, kind, vehicle_id, registration_mark, purpose, not_told_before"),
    BATCH("true", "batch_id, row_count, done, refused, ended"),
    BATCH_ROW("true", "batch_id, number, command, registration_mark, state, code, transaction_id, position");

    private final String where;
    private final List<String> columns;

    ReadTable(String where, String columns) {
        this.where = where;
        this.columns = List.of(columns.split(", "));
    }

    /// The rows as [#row] writes them.
    public String sql() {
        return columns.stream()
                .map(column -> "coalesce((" + column + ")::text, '-')")
                .collect(Collectors.joining(" || '|' || ", "select ", " from read." + tableName() + " where " + where));
    }

    public String row(@Nullable Object... values) {
        if (values.length != columns.size()) throw new IllegalArgumentException(this + " has columns " + columns);
        return Arrays.stream(values).map(value -> Objects.toString(value, "-")).collect(Collectors.joining("|"));
    }

    private String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stream<ReadTable> all() {
        return Arrays.stream(values());
    }
}
