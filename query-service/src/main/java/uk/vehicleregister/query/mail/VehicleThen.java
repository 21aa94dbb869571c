package uk.vehicleregister.query.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
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
            case KeepershipFact f -> new VehicleThen(mark, f.keeper());
            case VehicleMarkFact f -> new VehicleThen(f.carries(), keeper);
            case DetailsCorrected _, PaperFact _, MarkerFact _, LicensingFact _ -> this;
        };
    }
}
