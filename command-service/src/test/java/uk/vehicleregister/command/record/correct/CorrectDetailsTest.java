package uk.vehicleregister.command.record.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.command.record.correct.Corrections.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.command.record.correct.CorrectedDetails.Detail;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// The vehicle's facts stand at positions 100, 101 and so on.
class CorrectDetailsTest {

    @Test
    void details_are_corrected_all_together_and_the_v5c_shows_them() {
        given(REGISTERED)
                .when(told(100, colour("RED")))
                .thenRecorded(new DetailsCorrected(VEHICLE, 100, REASON, details("RED"), TODAY), v5cOf(ANNA));
    }

    @Test
    void details_corrected_before_are_corrected_from_there_and_by_either_position() {
        VehicleFact red = new DetailsCorrected(VEHICLE, 100, REASON, details("RED"), TODAY);
        given(REGISTERED, red).when(told(100, colour("RED"))).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, red)
                .when(told(101, colour("BLUE")))
                .thenRecorded(new DetailsCorrected(VEHICLE, 101, REASON, details("BLUE"), TODAY), v5cOf(ANNA));
        given(REGISTERED, red).when(told(100, colour("BLUE"))).thenAccepted();
    }

    @Test
    void every_detail_can_be_corrected() {
        CorrectedDetails all = new CorrectedDetails(
                "FORD", "FOCUS", "RED", "DIESEL", 1499, 99, 2018, "N1", "3 AXLE", 2000, "EURO5", Set.of());
        VehicleDetails right = new VehicleDetails(
                "FORD", "FOCUS", "RED", "DIESEL", 1499, 99, 2018, FIRST_REGISTERED, "N1", "3 AXLE", 2000, "EURO5");
        assertThat(given(REGISTERED).when(told(100, all)).thenAccepted().getFirst())
                .isEqualTo(new DetailsCorrected(VEHICLE, 100, REASON, right, TODAY));
    }

    @Test
    void what_does_not_apply_to_the_vehicle_is_taken_off_its_details() {
        CorrectedDetails none = new CorrectedDetails(
                null, null, null, null, null, null, null, null, null, null, null, Set.of(Detail.values()));
        VehicleDetails told = vehicleDetails();
        VehicleDetails right = new VehicleDetails(
                told.make(),
                told.model(),
                told.colour(),
                told.fuelType(),
                null,
                null,
                told.yearOfManufacture(),
                FIRST_REGISTERED,
                null,
                null,
                null,
                null);
        assertThat(given(REGISTERED).when(told(100, none)).thenAccepted().getFirst())
                .isEqualTo(new DetailsCorrected(VEHICLE, 100, REASON, right, TODAY));
    }

    @Test
    void a_vehicle_is_made_in_the_year_of_its_first_registration_at_the_latest() {
        given(REGISTERED)
                .when(told(100, madeIn(FIRST_REGISTERED.getYear() - 1)))
                .thenAccepted();
        given(REGISTERED)
                .when(told(100, madeIn(FIRST_REGISTERED.getYear() + 1)))
                .thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void in_the_trade_corrected_details_wait_for_the_next_keeper_s_v5c() {
        assertThat(given(REGISTERED, disposed(MAY))
                        .when(told(100, colour("RED")))
                        .thenAccepted())
                .doesNotHaveAnyElementsOfTypes(V5CIssued.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"V5C_SUPPRESSED", "EXPORTED", "SCRAPPED"})
    void where_there_is_no_v5c_none_is_printed(Marker marker) {
        assertThat(given(REGISTERED, SOLD_TO_BEN, marked(marker))
                        .when(told(101, keeper()))
                        .thenAccepted())
                .doesNotHaveAnyElementsOfTypes(V5CIssued.class);
        assertThat(given(REGISTERED, marked(marker))
                        .when(told(100, colour("RED")))
                        .thenAccepted())
                .doesNotHaveAnyElementsOfTypes(V5CIssued.class);
        assertThat(given(REGISTERED, marked(marker), lifted(marker))
                        .when(told(100, colour("RED")))
                        .thenAccepted())
                .hasAtLeastOneElementOfType(V5CIssued.class);
    }

    @Test
    void the_v5c_shows_the_mark_the_vehicle_carries_now() {
        List<Fact> facts = given(REGISTERED, assigned(PERSONAL_MARK, MARK))
                .when(told(100, colour("RED")))
                .thenAccepted();
        assertThat(((V5CIssued) facts.getLast()).mark()).isEqualTo(PERSONAL_MARK);
    }
}
