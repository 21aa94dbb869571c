package uk.vehicleregister.benchmarks.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import uk.vehicleregister.program.ImportColumns;

/// The vehicles of one measurement, handed out in turn. Each is sold once before the first is sold again.
final class Cars {

    private final List<Car> all;
    private final References references;
    private int next;

    Cars(List<Car> all, References references) {
        this.all = List.copyOf(all);
        this.references = references;
    }

    /// Those of a fleet's file that can be sold: with a keeper and with a reference.
    static List<Car> in(Path fleet) throws IOException {
        List<Car> cars = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(fleet, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                String reference = row.getField(ImportColumns.DOCUMENT_REFERENCE);
                if (!reference.isEmpty()
                        && !row.getField(ImportColumns.KEEPER_TYPE).equals("NONE"))
                    cars.add(new Car(row.getField(ImportColumns.MARK), reference));
            }
        }
        return cars;
    }

    int size() {
        return all.size();
    }

    /// At most so many. Those that were sold before have their new references by then, outside of what is
    /// measured.
    List<Car> next(int count) throws SQLException {
        if (next + count > all.size()) next = 0;
        List<Car> cars = all.subList(next, Math.min(all.size(), next + count));
        next += cars.size();
        return delivered(cars);
    }

    /// So many that were not handed out before; IllegalStateException when there are no more.
    List<Car> unsold(int count) throws SQLException {
        if (next + count > all.size())
            throw new IllegalStateException(count + " cars are wanted that were not sold before, and there are "
                    + (all.size() - next) + "; load more vehicles");
        return next(count);
    }

    /// The same once more, with the references they have since.
    List<Car> delivered(List<Car> cars) throws SQLException {
        references.deliver(cars);
        return cars;
    }
}
