package uk.vehicleregister.command.sale;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;

/// When keepership last moved: what a new date of sale is compared with. The first keepership is not a change
/// (contract.md).
public record Changes(
        @Nullable LocalDate keeperChange, @Nullable LocalDate disposal) {

    public static final Changes NONE = new Changes(null, null);

    /// A vehicle that is registered into the trade counts as disposed since then.
    public static Changes at(VehicleRegistered registered) {
        return registered.keeper() == null ? NONE.disposedOn(registered.keeperSince()) : NONE;
    }

    public Changes after(KeepershipFact fact) {
        return switch (fact) {
            case KeeperChanged f -> keeperChangedOn(f.dateOfSale());
            case AcquiredFromTrade f -> keeperChangedOn(f.dateOfSale());
            case KeeperDied f -> keeperChangedOn(f.dateOfDeath());
            case DisposedToTrade f -> disposedOn(f.dateOfSale());
            case KeeperDetailsChanged _ -> this;
            case KeeperCorrected f -> new Changes(f.lastKeeperChange(), f.lastDisposal());
            case KeeperChangeReversed f -> new Changes(f.lastKeeperChange(), f.lastDisposal());
        };
    }

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
