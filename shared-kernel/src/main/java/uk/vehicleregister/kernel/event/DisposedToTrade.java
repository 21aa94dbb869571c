package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Warning;

/// The keeper sold the vehicle into the trade; it has no keeper until it is acquired.
@Recorded(name = "DisposedToTrade")
public record DisposedToTrade(
        VehicleId vehicleId,
        RegistrationMark mark,
        SealedParty trader,
        LocalDate dateOfSale,
        @Nullable Integer mileage,
        @Nullable Sealed sellerEmail,
        List<Warning> acknowledgedWarnings)
        implements KeepershipFact {

    public DisposedToTrade {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(trader);
        requireNonNull(dateOfSale);
        acknowledgedWarnings = List.copyOf(acknowledgedWarnings);
    }

    @Override
    public LocalDate effectiveOn() {
        return dateOfSale;
    }

    @Override
    public @Nullable SealedKeeper keeper() {
        return null;
    }
}
