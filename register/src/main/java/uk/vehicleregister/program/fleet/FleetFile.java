package uk.vehicleregister.program.fleet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import uk.vehicleregister.program.ImportColumns;
import uk.vehicleregister.program.Stopped;

/// A fleet as a file: whole or not there at all.
public final class FleetFile {

    private FleetFile() {}

    public static void write(Fleet fleet, int vehicles, Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part, StandardCharsets.UTF_8)) {
                csv.writeRecord(ImportColumns.ALL);
                for (int i = 0; i < vehicles; i++) {
                    csv.writeRecord(fleet.next());
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw Stopped.unreachable(
                    "Cannot write " + file + " (" + failed.getClass().getSimpleName() + ": " + failed.getMessage()
                            + "). Give --out a file in a directory that exists and may be written.");
        }
    }
}
