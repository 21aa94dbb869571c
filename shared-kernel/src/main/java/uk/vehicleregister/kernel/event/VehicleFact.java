package uk.vehicleregister.kernel.event;

import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What happened to a vehicle.
public sealed interface VehicleFact extends Fact
        permits VehicleRegistered,
                V5CIssued,
                KeeperChanged,
                DisposedToTrade,
                AcquiredFromTrade,
                MarkRetained,
                MarkAssigned,
                MarkerSet,
                MarkerLifted {

    VehicleId vehicleId();

    @Override
    default String stream() {
        return streamOf(vehicleId());
    }

    static String streamOf(VehicleId vehicleId) {
        return "vehicle-" + vehicleId.text();
    }
}
