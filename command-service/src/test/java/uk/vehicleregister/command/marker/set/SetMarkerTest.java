package uk.vehicleregister.command.marker.set;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.marker.set.SetMarker.State;
import uk.vehicleregister.command.marker.set.SetMarkerDecider.Vehicle;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.V5CIssued;
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

    @ParameterizedTest
    @EnumSource(names = {"WRITE_OFF_A", "WRITE_OFF_B", "WRITE_OFF_S", "WRITE_OFF_N"})
    void a_vehicle_is_written_off_in_one_category_at_a_time(Marker standing) {
        for (Marker other :
                new Marker[] {Marker.WRITE_OFF_A, Marker.WRITE_OFF_B, Marker.WRITE_OFF_S, Marker.WRITE_OFF_N}) {
            if (other != standing) {
                given(registered(), marked(standing))
                        .when(told(other, State.SET))
                        .thenRefused(WRITE_OFF_STANDS);
                given(registered(), marked(standing), lifted(standing))
                        .when(told(other, State.SET))
                        .thenAccepted();
            }
        }
        given(registered(), marked(standing)).when(told(standing, State.SET)).thenRefused(MARKER_UNCHANGED);
        given(registered(), marked(standing))
                .when(told(Marker.STOLEN, State.SET))
                .thenAccepted();
    }

    @Test
    void a_certificate_of_destruction_is_lifted_only_by_its_number() {
        given(registered(), destroyed())
                .when(told(Marker.SCRAPPED, State.LIFTED))
                .thenRefused(CERTIFICATE_OF_DESTRUCTION_STANDS);
        given(registered(), destroyed())
                .when(lifting("Facility withdrew cod-2026-00017, letter of 1 July"))
                .thenRecorded(new MarkerLifted(
                        VEHICLE, Marker.SCRAPPED, "Facility withdrew cod-2026-00017, letter of 1 July", TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COD-2026-000170", "XCOD-2026-00017", "COD-2026", "COD 2026 00017"})
    void a_number_like_it_is_not_its_number(String reason) {
        given(registered(), destroyed()).when(lifting(reason)).thenRefused(CERTIFICATE_OF_DESTRUCTION_STANDS);
    }

    @Test
    void a_keepers_notice_of_scrapping_is_lifted_without_one() {
        given(registered(), scrapped())
                .when(told(Marker.SCRAPPED, State.LIFTED))
                .thenAccepted();
        given(registered(), scrapped(), destroyed())
                .when(told(Marker.SCRAPPED, State.LIFTED))
                .thenRefused(CERTIFICATE_OF_DESTRUCTION_STANDS);
    }

    @Test
    void a_notice_told_beside_a_certificate_leaves_it_standing() {
        given(registered(), destroyed(), scrapped())
                .when(told(Marker.SCRAPPED, State.LIFTED))
                .thenRefused(CERTIFICATE_OF_DESTRUCTION_STANDS);
    }

    @Test
    void a_withdrawn_certificate_does_not_come_back_with_the_marker() {
        given(registered(), destroyed(), lifted(Marker.SCRAPPED), marked(Marker.SCRAPPED))
                .when(told(Marker.SCRAPPED, State.LIFTED))
                .thenAccepted();
    }

    @Test
    void lifting_another_marker_leaves_the_certificate_standing() {
        given(registered(), marked(Marker.STOLEN), destroyed(), lifted(Marker.STOLEN))
                .when(told(Marker.SCRAPPED, State.LIFTED))
                .thenRefused(CERTIFICATE_OF_DESTRUCTION_STANDS);
    }

    @Test
    void while_the_v5c_is_suppressed_none_is_printed_and_afterwards_the_keeper_gets_one() {
        given(registered())
                .when(told(Marker.V5C_SUPPRESSED, State.SET))
                .thenRecorded(new MarkerSet(VEHICLE, Marker.V5C_SUPPRESSED, "case 17", TODAY));
        given(registered(), marked(Marker.V5C_SUPPRESSED))
                .when(told(Marker.V5C_SUPPRESSED, State.LIFTED))
                .thenRecorded(
                        new MarkerLifted(VEHICLE, Marker.V5C_SUPPRESSED, "case 17", TODAY),
                        new V5CIssued(VEHICLE, MARK, credential("90807060504"), TODAY));
    }

    @Test
    void without_a_keeper_there_is_nobody_to_print_it_for() {
        given(registered(), disposed(TODAY), marked(Marker.V5C_SUPPRESSED))
                .when(vehicle -> decide(vehicle, Marker.V5C_SUPPRESSED, State.LIFTED, "case 17", false))
                .thenRecorded(new MarkerLifted(VEHICLE, Marker.V5C_SUPPRESSED, "case 17", TODAY));
    }

    @Test
    void a_vehicle_that_is_gone_gets_no_v5c() {
        given(registered(), scrapped(), marked(Marker.V5C_SUPPRESSED))
                .when(told(Marker.V5C_SUPPRESSED, State.LIFTED))
                .thenRecorded(new MarkerLifted(VEHICLE, Marker.V5C_SUPPRESSED, "case 17", TODAY));
        given(registered(), exported(), marked(Marker.V5C_SUPPRESSED))
                .when(told(Marker.V5C_SUPPRESSED, State.LIFTED))
                .thenRecorded(new MarkerLifted(VEHICLE, Marker.V5C_SUPPRESSED, "case 17", TODAY));
    }

    private static Given<Vehicle> given(VehicleFact... facts) {
        return Given.recorded(Vehicle.NEW, SetMarkerDecider::evolve, facts);
    }

    private static Function<Vehicle, Decision> told(Marker marker, State state) {
        return vehicle -> decide(vehicle, marker, state, "case 17", true);
    }

    private static Function<Vehicle, Decision> lifting(String reason) {
        return vehicle -> decide(vehicle, Marker.SCRAPPED, State.LIFTED, reason, true);
    }

    private static Decision decide(Vehicle vehicle, Marker marker, State state, String reason, boolean hasKeeper) {
        return SetMarkerDecider.decide(
                new SetMarker(MARK, marker, state, reason),
                VEHICLE,
                vehicle,
                hasKeeper,
                () -> credential("90807060504"),
                TODAY);
    }
}
