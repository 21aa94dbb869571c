package uk.vehicleregister.query.print;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
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
            case DetailsCorrected f -> vehicle.map(v -> v.being(f.details()));
            // Not a new keepership: the same keeper, told of anew.
            case KeeperDetailsChanged f -> vehicle.map(v -> v.keptBy(f.keeper(), v.keeperSince()));
            case KeepershipFact f -> vehicle.map(v -> v.keptBy(f.keeper(), f.effectiveOn()));
            case VehicleMarkFact f -> vehicle.map(v -> v.carrying(f.carries()));
            case PaperFact _, MarkerFact _, LicensingFact _ -> vehicle;
            case MarkFact _,
                    PaymentFact _,
                    AuthorityFact _,
                    CaseFact _,
                    AttemptFact _,
                    BatchFact _,
                    ErasureFact _,
                    DisclosureFact _ -> vehicle; // other streams
        };
    }

    private VehicleOnRecord keptBy(@Nullable SealedKeeper newKeeper, LocalDate since) {
        return new VehicleOnRecord(vin, mark, details, newKeeper, since);
    }

    private VehicleOnRecord being(VehicleDetails newDetails) {
        return new VehicleOnRecord(vin, mark, newDetails, keeper, keeperSince);
    }

    private VehicleOnRecord carrying(RegistrationMark newMark) {
        return new VehicleOnRecord(vin, newMark, details, keeper, keeperSince);
    }
}
