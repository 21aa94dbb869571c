package uk.vehicleregister.command.record.correct;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What the event at that position told was wrong (contract.md, corrections).
///
/// @param corrects position of the event that told it first, also when it has been corrected before
record CorrectRecord(VehicleId vehicle, long corrects, String reason, Correction correction) {

    sealed interface Correction permits NeverWas, Keepership, CorrectedDetails {}

    /// It did not happen.
    record NeverWas() implements Correction {}

    /// Who became keeper, or when. Absent: as it stands.
    ///
    /// @param dateOfSale of a sale
    /// @param keeperSince of a first registration
    record Keepership(
            @Nullable LocalDate dateOfSale,
            @Nullable LocalDate keeperSince,
            @Nullable Keeper newKeeper) implements Correction {

        @Nullable
        LocalDate date() {
            return dateOfSale != null ? dateOfSale : keeperSince;
        }
    }

    /// What a registrar writes may name a person.
    @Override
    public String toString() {
        return "CorrectRecord[" + vehicle + "]";
    }
}
