package uk.vehicleregister.command.vehicle.register;

import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A vehicle's id is a keyed digest of its VIN, so that one VIN can be registered once. Its key never rotates
/// (design.md 3).
@Component
final class VehicleIds {

    private final KeyedDigest vehicleIds;

    VehicleIds(LocalKeys keys) {
        this.vehicleIds = keys.vehicleIds();
    }

    VehicleId of(Vin vin) {
        return new VehicleId(vehicleIds.text("vin", vin.text()));
    }
}
