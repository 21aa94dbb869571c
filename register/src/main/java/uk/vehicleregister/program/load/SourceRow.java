package uk.vehicleregister.program.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of the file as it was: the line it begins on (header = 1), its columns, and why it cannot be sent, if it
/// cannot.
record SourceRow(long line, List<String> columns, @Nullable Rejection broken) {

    /// A refused row's code and sentence, as they go into the rejects file.
    record Rejection(String code, String reason) {}

    static SourceRow whole(long line, List<String> columns) {
        return new SourceRow(line, columns, null);
    }

    static SourceRow broken(long line, List<String> columns, String code, String reason) {
        return new SourceRow(line, columns, new Rejection(code, reason));
    }

    /// Characters of the row, to keep a chunk below what the service takes in one request.
    int size() {
        int size = 0;
        for (String column : columns) {
            size += column.length();
        }
        return size;
    }
}
