package uk.vehicleregister.program.fleet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import uk.vehicleregister.program.Stopped;

/// Reads the cars of a models file: `.csv` or `.csv.gz` with at least the columns
/// `make,model,year,fuelType,engineLitres`.
final class ModelsFile {

    private static final List<String> NEEDED = List.of("make", "model", "year", "fuelType", "engineLitres");

    private ModelsFile() {}

    static List<Model> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Stopped.wrongUse("There is no models file " + file + ". Give --models a .csv or .csv.gz file.");
        }
        try (InputStream bytes = open(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(bytes, StandardCharsets.UTF_8)) {
            return models(rows, file);
        } catch (IOException | CsvParseException unreadable) {
            throw Stopped.wrongUse("The models file " + file + " cannot be read as CSV: " + unreadable.getMessage());
        }
    }

    private static List<Model> models(Iterable<NamedCsvRecord> rows, Path file) {
        List<Model> models = new ArrayList<>();
        Map<String, String> words = new HashMap<>();
        for (NamedCsvRecord row : rows) {
            if (models.isEmpty() && !row.getHeader().containsAll(NEEDED)) {
                throw Stopped.wrongUse("The models file " + file + " needs the columns " + String.join(",", NEEDED)
                        + " and has " + String.join(",", row.getHeader()) + ".");
            }
            models.add(new Model(
                    word(row, "make", words),
                    word(row, "model", words),
                    word(row, "year", words),
                    word(row, "fuelType", words),
                    word(row, "engineLitres", words)));
        }
        if (models.isEmpty()) {
            throw Stopped.wrongUse("The models file " + file + " has no rows.");
        }
        return models;
    }

    /// A hundred thousand cars share a few hundred words, so each is kept once.
    private static String word(NamedCsvRecord row, String column, Map<String, String> words) {
        String text = row.findField(column).orElse("").strip();
        return words.computeIfAbsent(text, same -> same);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
