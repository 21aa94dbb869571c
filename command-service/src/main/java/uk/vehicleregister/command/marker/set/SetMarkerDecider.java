package uk.vehicleregister.command.marker.set;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.MARKER_UNCHANGED;

import java.time.LocalDate;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A marker is set once and lifted once; saying the same again is not recorded again.
final class SetMarkerDecider {

    static Decision decide(SetMarker command, VehicleId vehicle, Markers markers, LocalDate today) {
        boolean alreadySo = markers.has(command.marker()) == (command.state() == SetMarker.State.SET);
        if (alreadySo) return refused(MARKER_UNCHANGED);
        return switch (command.state()) {
            case SET -> accepted(new MarkerSet(vehicle, command.marker(), command.reason(), today));
            case LIFTED -> accepted(new MarkerLifted(vehicle, command.marker(), command.reason(), today));
        };
    }

    static Markers evolve(Markers markers, VehicleFact fact) {
        return fact instanceof MarkerFact f ? markers.after(f) : markers;
    }

    private SetMarkerDecider() {}
}
