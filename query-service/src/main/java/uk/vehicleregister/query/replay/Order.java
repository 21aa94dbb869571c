package uk.vehicleregister.query.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.note.Checkpoint;

/// What is to be replayed, how far, and what it is compared with.
///
/// @param projections by their names; none: all that can be built from the log
/// @param toPosition the last event; it is cut back to the end of a transaction. Null: as far as the live rows are
/// @param toTime instead: everything recorded up to then
/// @param live whether to compare with the live rows
/// @param others the rows another replay wrote, to compare with instead
/// @param out where to write the rows, for another version of the program to compare with
/// @param most so many differences of a table are kept
/// @param known checkpoints that the log must go through, beside the one it publishes
public record Order(
        Set<String> projections,
        @Nullable Long toPosition,
        @Nullable Instant toTime,
        boolean live,
        @Nullable Path others,
        @Nullable Path out,
        int most,
        List<Checkpoint> known) {

    /// All of these, as far as the live rows are, compared with them.
    public static Order ofLive(Set<String> projections, int most) {
        return new Order(projections, null, null, true, null, null, most, List.of());
    }
}
