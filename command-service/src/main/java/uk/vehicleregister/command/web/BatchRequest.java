package uk.vehicleregister.command.web;

import java.util.List;
import uk.vehicleregister.command.desk.Submission;

/// A POST of many rows as it came in. Its rows take up room that all such requests share; close it to give that back.
public final class BatchRequest implements AutoCloseable {

    /// Some rows, one behind the other, as a JSON array.
    ///
    /// @param firstRow the number of the first, from 1
    public record Chunk(int firstRow, int rows, String items) {

        /// Rows hold people.
        @Override
        public String toString() {
            return "Chunk[" + firstRow + ", " + rows + " rows]";
        }
    }

    private final List<Chunk> chunks;
    private final Submission submission;
    private final Runnable close;

    BatchRequest(List<Chunk> chunks, Submission submission, Runnable close) {
        this.chunks = List.copyOf(chunks);
        this.submission = submission;
        this.close = close;
    }

    public List<Chunk> chunks() {
        return chunks;
    }

    /// A new transaction of this sender.
    public Submission submission() {
        return submission;
    }

    @Override
    public void close() {
        close.run();
    }
}
