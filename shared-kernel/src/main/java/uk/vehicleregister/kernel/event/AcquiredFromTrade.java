package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Warning;

/// A trader sold the vehicle to a keeper.
@Recorded(name = "AcquiredFromTrade")
public record AcquiredFromTrade(
        VehicleId vehicleId,
        SealedKeeper keeper,
        SealedParty trader,
        LocalDate dateOfSale,
        @Nullable Integer mileage,
        TaxOrSorn taxOrSorn,
        List<Warning> acknowledgedWarnings)
        implements KeepershipFact {

    public AcquiredFromTrade {
        requireNonNull(vehicleId);
        requireNonNull(keeper);
        requireNonNull(trader);
        requireNonNull(dateOfSale);
        requireNonNull(taxOrSorn);
        acknowledgedWarnings = List.copyOf(acknowledgedWarnings);
    }

    @Override
    public LocalDate effectiveOn() {
        return dateOfSale;
    }
}
