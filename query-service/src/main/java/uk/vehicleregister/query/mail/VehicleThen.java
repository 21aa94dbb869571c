package uk.vehicleregister.query.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

/// A vehicle right after a fact about it, as far as a mail must know: not every fact says mark and keeper itself.
record VehicleThen(
        @Nullable RegistrationMark mark, @Nullable SealedKeeper keeper) {

    static VehicleThen after(List<Fact> facts) {
        VehicleThen vehicle = new VehicleThen(null, null);
        for (Fact fact : facts) vehicle = vehicle.evolve((VehicleFact) fact);
        return vehicle;
    }

    private VehicleThen evolve(VehicleFact fact) {
        return switch (fact) {
            case VehicleRegistered f -> new VehicleThen(f.mark(), f.keeper());
            case KeeperChanged f -> new VehicleThen(mark, f.keeper());
            case AcquiredFromTrade f -> new VehicleThen(mark, f.keeper());
            case DisposedToTrade _ -> new VehicleThen(mark, null);
            case MarkRetained f -> new VehicleThen(f.replacement(), keeper);
            case MarkAssigned f -> new VehicleThen(f.mark(), keeper);
            case V5CIssued _, MarkerSet _, MarkerLifted _ -> this;
        };
    }
}
