package uk.vehicleregister.command.mark.transfer;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// What a transfer needs to know of either vehicle.
///
/// @param original the mark it was first registered with; restored when it is free
record VehicleInTransfer(
        @Nullable RegistrationMark original,
        @Nullable VehicleDetails details,
        @Nullable SealedKeeper keeper,
        Markers markers,
        Licensing licensing) {

    static final VehicleInTransfer NEW = new VehicleInTransfer(null, null, null, Markers.NONE, Licensing.UNKNOWN);

    static VehicleInTransfer evolve(VehicleInTransfer vehicle, VehicleFact fact) {
        return vehicle.after(fact).with(vehicle.licensing().after(fact));
    }

    private VehicleInTransfer after(VehicleFact fact) {
        return switch (fact) {
            case VehicleRegistered f -> new VehicleInTransfer(f.mark(), f.details(), f.keeper(), markers, licensing);
            case DetailsCorrected f -> new VehicleInTransfer(original, f.details(), keeper, markers, licensing);
            case KeepershipFact f -> new VehicleInTransfer(original, details, f.keeper(), markers, licensing);
            case MarkerFact f -> new VehicleInTransfer(original, details, keeper, markers.after(f), licensing);
            case VehicleMarkFact _, LicensingFact _, PaperFact _ -> this;
        };
    }

    private VehicleInTransfer with(Licensing newLicensing) {
        return new VehicleInTransfer(original, details, keeper, markers, newLicensing);
    }
}
