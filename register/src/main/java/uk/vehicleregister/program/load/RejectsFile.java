package uk.vehicleregister.program.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import uk.vehicleregister.program.load.SourceRow.Rejection;

/// `FILE.csv.rejected.csv`: every refused row with its line, code and reason, in the order of the file. It takes
/// its name only when the run is complete, so that half a file is never taken for the whole.
///
/// The original columns are written exactly as they were, even those a spreadsheet would take for a formula: the
/// file is there to be mended and imported again, and an apostrophe put in front of a field would become part of
/// the record.
final class RejectsFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final SourceHeader header;
    private final CsvWriter csv;
    private long rows;
    private boolean complete;

    private RejectsFile(Path target, Path part, SourceHeader header, CsvWriter csv) {
        this.target = target;
        this.part = part;
        this.header = header;
        this.csv = csv;
    }

    static RejectsFile beside(Path source, SourceHeader header) throws IOException {
        Path absolute = source.toAbsolutePath();
        Path target = absolute.resolveSibling(absolute.getFileName() + ".rejected.csv");
        Path part = absolute.resolveSibling(absolute.getFileName() + ".rejected.csv.part");
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part, StandardCharsets.UTF_8);
        List<String> columns = new ArrayList<>(SourceHeader.OF_REJECTS);
        columns.addAll(header.original());
        csv.writeRecord(columns);
        return new RejectsFile(target, part, header, csv);
    }

    void add(SourceRow row, Rejection why) {
        List<String> columns = new ArrayList<>(List.of(Long.toString(row.line()), why.code(), why.reason()));
        columns.addAll(header.original(row.columns()));
        csv.writeRecord(columns);
        rows++;
    }

    long rows() {
        return rows;
    }

    Path path() {
        return target;
    }

    /// Gives the finished file its name.
    void complete() throws IOException {
        csv.close();
        complete = true;
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        if (complete) {
            return;
        }
        csv.close();
        Files.deleteIfExists(part);
    }
}
