package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every read table holds what a fold of the whole log gives, written here a second time and as plainly as can be.
public final class ReadModelsAreTheFold {

    /// @param read what stands in each table, in the form of [ReadTable#sql]
    public static List<String> violations(History history, Map<ReadTable, List<String>> read) {
        Map<ReadTable, List<String>> expected = expected(history);
        List<String> found = new ArrayList<>();
        ReadTable.all().forEach(table -> compare(table, expected.get(table), read.get(table), found));
        return found;
    }

    static Map<ReadTable, List<String>> expected(History history) {
        Map<ReadTable, List<String>> expected = new EnumMap<>(ReadTable.class);
        ReadTable.all().forEach(table -> expected.put(table, new ArrayList<>()));
        VehicleRows.fold(history, expected);
        MarkRows.fold(history, expected);
        ApplicationRows.fold(history, expected);
        BatchRows.fold(history, expected);
        return expected;
    }

    private static void compare(ReadTable table, List<String> expected, List<String> read, List<String> found) {
        Set<String> missing = new HashSet<>(expected);
        read.forEach(missing::remove);
        Set<String> surplus = new HashSet<>(read);
        expected.forEach(surplus::remove);
        missing.forEach(row -> found.add(table + " lacks " + row));
        surplus.forEach(row -> found.add(table + " has " + row));
        if (missing.isEmpty() && surplus.isEmpty() && read.size() != expected.size())
            found.add(table + " holds " + read.size() + " rows and not " + expected.size());
    }

    private ReadModelsAreTheFold() {}
}
