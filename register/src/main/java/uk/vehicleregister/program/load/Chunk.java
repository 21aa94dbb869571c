package uk.vehicleregister.program.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.vehicleregister.program.ImportColumns;

/// Some rows that follow each other in the file and travel in one request; broken ones among them stay at home.
final class Chunk {

    /// Well below the thousand rows, and the request size, that the import service takes at once: smaller requests come
    /// back sooner, and less is sent again after an interruption.
    static final int MOST_ROWS = 500;

    private static final int MOST_CHARACTERS = 400_000;

    private final List<SourceRow> rows = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int characters;

    void add(SourceRow row, Set<String> namesOfRow) {
        rows.add(row);
        names.addAll(namesOfRow);
        characters += row.size();
    }

    boolean isFull() {
        return rows.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<SourceRow> rows() {
        return rows;
    }

    boolean speaksOfAny(Set<String> some) {
        return some.stream().anyMatch(names::contains);
    }

    /// The sound rows, as the service wants them.
    List<Map<String, Object>> request(SourceHeader header) {
        return rows.stream()
                .filter(row -> row.broken() == null)
                .map(header::request)
                .toList();
    }

    /// The vehicle and the mark a row is about. Two rows with a name in common are sent one after the other, so
    /// that the first in the file wins, every time.
    static Set<String> namesOf(SourceRow row, SourceHeader header) {
        if (row.broken() != null) {
            return Set.of();
        }
        Set<String> names = new HashSet<>(4);
        name("vin ", header.value(row, ImportColumns.VIN), names);
        name("mark ", header.value(row, ImportColumns.MARK), names);
        return names;
    }

    private static void name(String kind, String text, Set<String> names) {
        String plain = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!plain.isEmpty()) {
            names.add(kind + plain);
        }
    }
}
