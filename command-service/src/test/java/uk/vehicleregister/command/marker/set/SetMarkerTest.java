package uk.vehicleregister.command.marker.set;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.MARKER_UNCHANGED;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.marker.set.SetMarker.State;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;

class SetMarkerTest {

    @Test
    void a_marker_is_set_with_its_reason() {
        given(registered())
                .when(told(Marker.STOLEN, State.SET))
                .thenRecorded(new MarkerSet(VEHICLE, Marker.STOLEN, "case 17", TODAY));
    }

    @Test
    void a_marker_that_stands_is_not_set_again() {
        given(registered(), marked(Marker.STOLEN))
                .when(told(Marker.STOLEN, State.SET))
                .thenRefused(MARKER_UNCHANGED);
    }

    @Test
    void another_marker_can_stand_beside_it() {
        given(registered(), marked(Marker.STOLEN))
                .when(told(Marker.EXPORTED, State.SET))
                .thenAccepted();
    }

    @Test
    void a_standing_marker_is_lifted() {
        given(registered(), marked(Marker.STOLEN))
                .when(told(Marker.STOLEN, State.LIFTED))
                .thenRecorded(new MarkerLifted(VEHICLE, Marker.STOLEN, "case 17", TODAY));
    }

    @Test
    void a_marker_that_does_not_stand_cannot_be_lifted() {
        given(registered()).when(told(Marker.STOLEN, State.LIFTED)).thenRefused(MARKER_UNCHANGED);
        given(registered(), marked(Marker.STOLEN), lifted(Marker.STOLEN))
                .when(told(Marker.STOLEN, State.LIFTED))
                .thenRefused(MARKER_UNCHANGED);
    }

    private static Given<Markers> given(VehicleFact... facts) {
        return Given.recorded(Markers.NONE, SetMarkerDecider::evolve, facts);
    }

    private static Function<Markers, Decision> told(Marker marker, State state) {
        return markers ->
                SetMarkerDecider.decide(new SetMarker(MARK, marker, state, "case 17"), VEHICLE, markers, TODAY);
    }
}
