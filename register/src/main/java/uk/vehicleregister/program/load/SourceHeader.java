package uk.vehicleregister.program.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.vehicleregister.program.ImportColumns;
import uk.vehicleregister.program.Stopped;

/// The header of an import file: the columns of the contract, in any order. A mended rejects file is taken as it
/// is: its own columns `line,code,reason` are passed over.
final class SourceHeader {

    static final List<String> OF_REJECTS = List.of("line", "code", "reason");

    private final List<String> names;

    private SourceHeader(List<String> names) {
        this.names = names;
    }

    static SourceHeader read(String line, Path file) {
        List<String> names = Quoting.columns(line).orElse(List.of(line)).stream()
                .map(String::strip)
                .toList();
        List<String> wrong = faults(names);
        if (!wrong.isEmpty()) {
            throw Stopped.wrongUse("The first line of " + file + " is not the header of the import form: "
                    + String.join("; ", wrong) + ". It should be: " + String.join(",", ImportColumns.ALL));
        }
        return new SourceHeader(names);
    }

    private static List<String> faults(List<String> names) {
        List<String> faults = new ArrayList<>();
        List<String> missing = new ArrayList<>(ImportColumns.ALL);
        missing.removeAll(names);
        if (missing.size() == ImportColumns.ALL.size()) {
            return List.of("none of its columns is there");
        }
        if (!missing.isEmpty()) {
            faults.add("missing " + String.join(", ", missing));
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                faults.add("twice " + shown(name));
            } else if (!ImportColumns.ALL.contains(name) && !(mended(names) && OF_REJECTS.contains(name))) {
                faults.add("unknown " + shown(name));
            }
        }
        return faults;
    }

    private static boolean mended(List<String> names) {
        return names.size() > OF_REJECTS.size()
                && names.subList(0, OF_REJECTS.size()).equals(OF_REJECTS);
    }

    private static String shown(String name) {
        return "'" + (name.length() > 40 ? name.substring(0, 40) + "..." : name) + "'";
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /// The names of the original columns, as the rejects file repeats them.
    List<String> original() {
        return original(names);
    }

    /// The original columns of a row: all of them, but those a rejects file had put in front.
    List<String> original(List<String> row) {
        return mended(names) && row.size() > OF_REJECTS.size() ? row.subList(OF_REJECTS.size(), row.size()) : row;
    }

    /// A sound row as the import service wants it: every column by its name, and the line it stands on.
    Map<String, Object> request(SourceRow row) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("line", row.line());
        for (int i = 0; i < names.size(); i++) {
            if (ImportColumns.ALL.contains(names.get(i))) {
                request.put(names.get(i), row.columns().get(i));
            }
        }
        return request;
    }

    String value(SourceRow row, String column) {
        return row.columns().get(names.indexOf(column));
    }
}
