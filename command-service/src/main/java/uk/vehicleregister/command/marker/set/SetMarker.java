package uk.vehicleregister.command.marker.set;

import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Marker;

/// A registrar sets or lifts a marker.
record SetMarker(RegistrationMark mark, Marker marker, State state, String reason) {

    enum State {
        SET,
        LIFTED
    }
}
