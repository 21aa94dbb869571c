package uk.vehicleregister.program.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits the text of one record into its columns (RFC 4180).
final class Quoting {

    private Quoting() {}

    /// The columns; empty when the quotes do not fit together.
    static Optional<List<String>> columns(String text) {
        return text.indexOf('"') < 0 ? Optional.of(plain(text)) : quoted(text);
    }

    /// Nearly every line: nothing but commas to look for.
    private static List<String> plain(String text) {
        List<String> columns = new ArrayList<>(32);
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            columns.add(text.substring(from, comma));
            from = comma + 1;
        }
        columns.add(text.substring(from));
        return columns;
    }

    private static Optional<List<String>> quoted(String text) {
        try {
            List<CsvRecord> records =
                    CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(false).ofCsvRecord(text).stream()
                            .limit(2)
                            .toList();
            return records.size() == 1 ? Optional.of(records.getFirst().getFields()) : Optional.empty();
        } catch (CsvParseException badQuotes) {
            return Optional.empty();
        }
    }
}
