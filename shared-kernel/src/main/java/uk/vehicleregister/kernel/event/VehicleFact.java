package uk.vehicleregister.kernel.event;

import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What happened to a vehicle, in families: each says itself what it makes of the keeper, the mark or the markers, so
/// that a rule folds the family and a new fact is thought about in one place.
public sealed interface VehicleFact extends Fact
        permits VehicleRegistered,
                DetailsCorrected,
                KeepershipFact,
                VehicleMarkFact,
                MarkerFact,
                LicensingFact,
                PaperFact {

    VehicleId vehicleId();

    @Override
    default String stream() {
        return streamOf(vehicleId());
    }

    static String streamOf(VehicleId vehicleId) {
        return "vehicle-" + vehicleId.text();
    }
}
