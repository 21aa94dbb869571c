package uk.vehicleregister.program.invariants.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Something that began on a date and lasts until the next of its kind begins.
///
/// @param what what a row says of it, beside its dates
record Period<T>(LocalDate from, long position, T what) {

    /// The periods of one thing, in the order in which they were recorded, as they are known at last: each ends with
    /// the earliest one recorded after it, and one that begins after its end never was (contract.md, keeperships).
    static <T> List<String> known(List<Period<T>> recorded, BiFunction<Period<T>, @Nullable LocalDate, String> row) {
        List<String> rows = new ArrayList<>();
        LocalDate end = null;
        for (Period<T> period : recorded.reversed()) {
            if (end == null || !period.from.isAfter(end)) rows.add(row.apply(period, end));
            if (end == null || period.from.isBefore(end)) end = period.from;
        }
        return rows;
    }
}
