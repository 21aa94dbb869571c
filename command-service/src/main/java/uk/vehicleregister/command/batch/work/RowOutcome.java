package uk.vehicleregister.command.batch.work;

import java.time.Duration;
import uk.vehicleregister.kernel.event.WorkedRow;

/// What came of a try at a row.
sealed interface RowOutcome {

    record Worked(WorkedRow result) implements RowOutcome {}

    /// Something that passes stood in the way.
    ///
    /// @param ifNever the result, should it never pass
    record Later(WorkedRow ifNever, Duration retryAfter) implements RowOutcome {}
}
