package uk.vehicleregister.kernel.event;

import uk.vehicleregister.kernel.vehicle.Marker;

/// Something by which a marker came onto the vehicle's record, or off it.
public sealed interface MarkerFact extends VehicleFact
        permits MarkerSet, MarkerLifted, VehicleDestroyed, VehicleScrapped, VehicleExported {

    Marker marker();

    /// Whether the marker stands after it.
    default boolean stands() {
        return true;
    }
}
