package uk.vehicleregister.kernel.vehicle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The register's own name for a vehicle, a keyed digest of its VIN, so that one VIN is registered once (design.md 3).
public record VehicleId(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VehicleId {
        requireNonNull(text);
    }
}
