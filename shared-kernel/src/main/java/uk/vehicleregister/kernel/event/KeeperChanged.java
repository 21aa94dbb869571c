package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Warning;

/// A private sale: the vehicle passed from keeper to keeper.
@Recorded(name = "KeeperChanged")
public record KeeperChanged(
        VehicleId vehicleId,
        SealedKeeper keeper,
        LocalDate dateOfSale,
        @Nullable Integer mileage,
        @Nullable Sealed sellerEmail,
        List<Warning> acknowledgedWarnings)
        implements KeepershipFact {

    public KeeperChanged {
        requireNonNull(vehicleId);
        requireNonNull(keeper);
        requireNonNull(dateOfSale);
        acknowledgedWarnings = List.copyOf(acknowledgedWarnings);
    }

    @Override
    public LocalDate effectiveOn() {
        return dateOfSale;
    }
}
