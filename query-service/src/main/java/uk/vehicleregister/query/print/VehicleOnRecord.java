package uk.vehicleregister.query.print;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A vehicle as its papers show it, folded from its events.
///
/// @param keeper null: in the trade
/// @param keeperSince or in the trade since
public record VehicleOnRecord(
        Vin vin,
        RegistrationMark mark,
        VehicleDetails details,
        @Nullable SealedKeeper keeper,
        LocalDate keeperSince) {

    /// Empty when the first of these events is not its registration.
    public static Optional<VehicleOnRecord> after(Stream<Fact> facts) {
        return facts.reduce(Optional.empty(), VehicleOnRecord::evolve, (_, last) -> last);
    }

    private static Optional<VehicleOnRecord> evolve(Optional<VehicleOnRecord> vehicle, Fact fact) {
        return switch (fact) {
            case VehicleRegistered f ->
                Optional.of(new VehicleOnRecord(f.vin(), f.mark(), f.details(), f.keeper(), f.keeperSince()));
            case KeeperChanged f -> vehicle.map(v -> v.keptBy(f.keeper(), f.dateOfSale()));
            case AcquiredFromTrade f -> vehicle.map(v -> v.keptBy(f.keeper(), f.dateOfSale()));
            case DisposedToTrade f -> vehicle.map(v -> v.keptBy(null, f.dateOfSale()));
            case MarkRetained f -> vehicle.map(v -> v.carrying(f.replacement()));
            case MarkAssigned f -> vehicle.map(v -> v.carrying(f.mark()));
            case V5CIssued _, MarkerSet _, MarkerLifted _ -> vehicle;
            case MarkFact _, PaymentFact _ -> vehicle; // other streams
        };
    }

    private VehicleOnRecord keptBy(@Nullable SealedKeeper newKeeper, LocalDate since) {
        return new VehicleOnRecord(vin, mark, details, newKeeper, since);
    }

    private VehicleOnRecord carrying(RegistrationMark newMark) {
        return new VehicleOnRecord(vin, newMark, details, keeper, keeperSince);
    }
}
