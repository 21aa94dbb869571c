package uk.vehicleregister.command.record.correct;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.sale.Changes;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

/// A beginning of a keepership, or of the time in the trade, as it stands after all corrections.
///
/// @param keeper who began it, as they are called now; null: in the trade
/// @param corrected who it was corrected to be; null: the keeper was never corrected
/// @param neverWas whether it has been taken back
record Keeping(
        Kind kind,
        LocalDate date,
        @Nullable SealedKeeper keeper,
        @Nullable SealedKeeper corrected,
        boolean neverWas) {

    enum Kind {
        REGISTERED,
        SOLD,
        DISPOSED,
        ACQUIRED,
        DIED
    }

    static Keeping told(Kind kind, LocalDate date, @Nullable SealedKeeper keeper) {
        return new Keeping(kind, date, keeper, null, false);
    }

    Keeping calledNow(SealedKeeper keeper) {
        return new Keeping(kind, date, keeper, corrected, neverWas);
    }

    /// @param who null: nobody but those it stands for already
    Keeping corrected(LocalDate on, @Nullable SealedKeeper who) {
        boolean asBefore = who == null || who.equals(corrected);
        return new Keeping(kind, on, asBefore ? keeper : who, asBefore ? corrected : who, false);
    }

    Keeping takenBack() {
        return new Keeping(kind, date, keeper, corrected, true);
    }

    /// What a later date of sale is compared with; the first keepership is not a change (contract.md).
    Changes after(Changes changes) {
        return switch (kind) {
            case REGISTERED -> keeper == null ? changes.disposedOn(date) : changes;
            case SOLD, ACQUIRED, DIED -> changes.keeperChangedOn(date);
            case DISPOSED -> changes.disposedOn(date);
        };
    }
}
