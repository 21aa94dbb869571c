package uk.vehicleregister.command.sale;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When keepership last moved: what a new date of sale is compared with. The first keepership is not a change
/// (contract.md).
public record Changes(
        @Nullable LocalDate keeperChange, @Nullable LocalDate disposal) {

    public static final Changes NONE = new Changes(null, null);

    public Changes keeperChangedOn(LocalDate date) {
        return new Changes(date, disposal);
    }

    public Changes disposedOn(LocalDate date) {
        return new Changes(keeperChange, date);
    }

    /// The later of the last keeper change and the disposal; null when neither has happened.
    public @Nullable LocalDate latest() {
        if (keeperChange == null) {
            return disposal;
        }
        return disposal == null || keeperChange.isAfter(disposal) ? keeperChange : disposal;
    }
}
