package uk.vehicleregister.program.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.vehicleregister.program.ImportColumns;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.fleet.Fleet;
import uk.vehicleregister.program.fleet.FleetFile;
import uk.vehicleregister.program.load.FileImport;

/// The vehicles a new demo has to show: made up once, kept in the data directory, loaded through the same entrance as
/// any import, and loaded to the end even when the first start was broken off.
final class SampleVehicles {

    /// A vehicle to try things with.
    record Shown(String mark, String vehicle, String documentReference, String postcode) {}

    private final DataDirectory data;
    private final DemoOptions options;

    SampleVehicles(DataDirectory data, DemoOptions options) {
        this.data = data;
        this.options = options;
    }

    void load() throws IOException {
        if (data.hasLoadedSample() || options.vehicles() == 0) {
            return;
        }
        if (!Files.exists(data.sample())) {
            FleetFile.write(Fleet.sample(options.businessDate()), options.vehicles(), data.sample());
        }
        Say.progress("Loading the sample vehicles; this happens once.");
        FileImport.Account account = FileImport.run(data.sample(), options.ports(), "sample", false);
        if (account.rejected() > 0) {
            Say.progress(account.rejected() + " sample vehicles were rejected, see " + account.rejects());
        }
        Files.writeString(data.sampleLoaded(), account.rows() + "\n");
    }

    /// Up to five vehicles with everything one needs to sell them or to take off their mark.
    static List<Shown> toTry(Path sample) {
        if (!Files.exists(sample)) {
            return List.of();
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(sample, StandardCharsets.UTF_8)) {
            return rows.stream()
                    .filter(SampleVehicles::hasEverything)
                    .limit(5)
                    .map(row -> new Shown(
                            row.getField(ImportColumns.MARK),
                            row.getField("make") + " " + row.getField("model") + " "
                                    + row.getField("yearOfManufacture"),
                            row.getField(ImportColumns.DOCUMENT_REFERENCE),
                            row.getField(ImportColumns.POSTCODE)))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean hasEverything(NamedCsvRecord row) {
        return row.getField(ImportColumns.KEEPER_TYPE).equals("PERSON")
                && !row.getField(ImportColumns.DOCUMENT_REFERENCE).isEmpty()
                && row.getField(ImportColumns.POSTCODE).contains(" ")
                && row.getField("dateOfFirstRegistration").compareTo("1998") > 0;
    }
}
