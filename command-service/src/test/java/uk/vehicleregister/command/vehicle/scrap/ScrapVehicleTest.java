package uk.vehicleregister.command.vehicle.scrap;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.command.History.taxed;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy.TreatmentFacility;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy.V5CHolder;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicleDecider.Vehicle;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.VehicleDestroyed;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;

class ScrapVehicleTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final ToldBy KEEPER = new V5CHolder(SHOWN, false);
    private static final ToldBy DEALER = new V5CHolder(SHOWN, true);
    private static final ToldBy FACILITY = new TreatmentFacility("COD-2026-00017");

    @Test
    void a_treatment_facility_tells_of_a_destruction_with_its_certificate() {
        given(registered())
                .when(told(FACILITY, YESTERDAY))
                .thenRecorded(new VehicleDestroyed(VEHICLE, MARK, "COD-2026-00017", YESTERDAY));
    }

    @Test
    void a_keeper_tells_that_the_vehicle_was_scrapped() {
        given(registered()).when(told(KEEPER, YESTERDAY)).thenRecorded(new VehicleScrapped(VEHICLE, MARK, YESTERDAY));
    }

    @Test
    void the_certificate_may_come_after_the_keepers_notice_once() {
        given(registered(), scrapped())
                .when(told(FACILITY, TODAY))
                .thenRecorded(new VehicleDestroyed(VEHICLE, MARK, "COD-2026-00017", TODAY));
        given(registered(), scrapped(), destroyed()).when(told(FACILITY, TODAY)).thenRefused(SCRAPPED);
        given(registered(), destroyed()).when(told(FACILITY, TODAY)).thenRefused(SCRAPPED);
    }

    @Test
    void a_registrars_note_that_it_was_scrapped_does_not_stop_the_certificate() {
        given(registered(), marked(Marker.SCRAPPED)).when(told(FACILITY, TODAY)).thenAccepted();
    }

    @Test
    void a_keeper_tells_it_once_and_not_after_a_certificate() {
        given(registered(), scrapped()).when(told(KEEPER, TODAY)).thenRefused(SCRAPPED);
        given(registered(), destroyed()).when(told(KEEPER, TODAY)).thenRefused(SCRAPPED);
    }

    @Test
    void after_a_withdrawn_certificate_either_may_be_told_again() {
        given(registered(), destroyed(), lifted(Marker.SCRAPPED))
                .when(told(FACILITY, TODAY))
                .thenAccepted();
        given(registered(), destroyed(), lifted(Marker.SCRAPPED))
                .when(told(KEEPER, TODAY))
                .thenAccepted();
    }

    @Test
    void lifting_another_marker_leaves_the_certificate_standing() {
        given(registered(), marked(Marker.STOLEN), destroyed(), lifted(Marker.STOLEN))
                .when(told(FACILITY, TODAY))
                .thenRefused(SCRAPPED);
    }

    @Test
    void a_notice_told_beside_a_certificate_leaves_it_standing() {
        given(registered(), destroyed(), scrapped()).when(told(FACILITY, TODAY)).thenRefused(SCRAPPED);
    }

    @Test
    void an_exported_vehicle_is_not_scrapped_here() {
        given(registered(), exported()).when(told(KEEPER, TODAY)).thenRefused(EXPORTED);
        given(registered(), exported()).when(told(FACILITY, TODAY)).thenRefused(EXPORTED);
    }

    @Test
    void a_suppressed_v5c_is_told_to_its_holder_before_anything_else_and_does_not_stop_a_certificate() {
        given(registered(), disposed(TODAY), scrapped(), marked(Marker.V5C_SUPPRESSED))
                .when(told(KEEPER, TODAY))
                .thenRefused(V5C_SUPPRESSED);
        given(registered(), marked(Marker.V5C_SUPPRESSED))
                .when(told(FACILITY, TODAY))
                .thenAccepted();
    }

    @Test
    void a_stolen_vehicle_is_scrapped_by_certificate_only() {
        given(registered(), marked(Marker.STOLEN)).when(told(KEEPER, TODAY)).thenRefused(STOLEN);
        given(registered(), marked(Marker.STOLEN), lifted(Marker.STOLEN))
                .when(told(KEEPER, TODAY))
                .thenAccepted();
        given(registered(), marked(Marker.STOLEN)).when(told(FACILITY, TODAY)).thenAccepted();
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_OFF_A", "WRITE_OFF_B", "WRITE_OFF_S", "WRITE_OFF_N", "DIRECT_TO_PAPER"})
    void a_written_off_vehicle_may_be_scrapped(Marker marker) {
        given(registered(), marked(marker)).when(told(KEEPER, TODAY)).thenAccepted();
    }

    @Test
    void of_a_vehicle_in_the_trade_a_dealer_tells_and_nobody_else() {
        given(registered(), disposed(TODAY)).when(told(KEEPER, TODAY)).thenRefused(NO_KEEPER);
        given(registeredInTrade()).when(told(KEEPER, TODAY)).thenRefused(NO_KEEPER);
        given(registered(), disposed(TODAY)).when(told(DEALER, TODAY)).thenAccepted();
        given(registered(), disposed(TODAY)).when(told(FACILITY, TODAY)).thenAccepted();
        given(registered(), disposed(TODAY), acquired(TODAY))
                .when(told(KEEPER, TODAY))
                .thenAccepted();
    }

    @Test
    void an_executor_may_tell_it() {
        given(registered(), died(YESTERDAY)).when(told(KEEPER, TODAY)).thenAccepted();
    }

    @Test
    void a_scrapping_today_is_taken_and_tomorrow_refused() {
        for (ToldBy toldBy : new ToldBy[] {KEEPER, FACILITY}) {
            given(registered()).when(told(toldBy, TODAY)).thenAccepted();
            given(registered()).when(told(toldBy, TODAY.plusDays(1))).thenRefused(DATE_IN_FUTURE);
        }
    }

    @Test
    void a_scrapping_on_the_day_of_first_registration_is_taken_and_a_day_before_refused() {
        for (ToldBy toldBy : new ToldBy[] {KEEPER, FACILITY}) {
            given(registered()).when(told(toldBy, FIRST_REGISTERED)).thenAccepted();
            given(registered())
                    .when(told(toldBy, FIRST_REGISTERED.minusDays(1)))
                    .thenRefused(DATE_BEFORE_FIRST_REGISTRATION);
        }
    }

    @Test
    void corrected_details_count() {
        given(registered(), detailsCorrected(TODAY, "M1"))
                .when(told(KEEPER, YESTERDAY))
                .thenRefused(DATE_BEFORE_FIRST_REGISTRATION);
        given(registered(), detailsCorrected(FIRST_REGISTERED, "T1"))
                .when(told(FACILITY, TODAY))
                .thenRefused(NOT_CERTIFIABLE_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1", "M1G", "M1SA", "N1", "N1G", "L5", "L5E"})
    @NullAndEmptySource
    void cars_light_vans_three_wheelers_and_those_of_no_recorded_type_get_a_certificate(String type) {
        given(registered(MARK, FIRST_REGISTERED, type, sealedPerson()))
                .when(told(FACILITY, TODAY))
                .thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M2", "M3", "N2", "N3", "L3E", "L7E", "T1", "O4", "M", "L"})
    void others_get_none_but_their_keepers_may_tell(String type) {
        given(registered(MARK, FIRST_REGISTERED, type, sealedPerson()))
                .when(told(FACILITY, TODAY))
                .thenRefused(NOT_CERTIFIABLE_TYPE);
        given(registered(MARK, FIRST_REGISTERED, type, sealedPerson()))
                .when(told(KEEPER, TODAY))
                .thenAccepted();
    }

    @Test
    void full_months_of_tax_that_are_left_are_due_back_and_a_begun_month_is_not() {
        LocalDate until = LocalDate.of(2026, 9, 30);
        var facts = given(registered(), taxed(TODAY.minusMonths(9), until))
                .when(told(KEEPER, TODAY))
                .thenAccepted();
        assertThat(facts.getLast()).isEqualTo(new TaxRefundDue(VEHICLE, TaxRefundReason.SCRAPPED, 2, until, TODAY));
        var none = given(registered(), taxed(TODAY.minusMonths(9), LocalDate.of(2026, 7, 31)))
                .when(told(KEEPER, TODAY))
                .thenAccepted();
        assertThat(none).doesNotHaveAnyElementsOfTypes(TaxRefundDue.class);
    }

    private static Given<Vehicle> given(VehicleFact... facts) {
        return Given.recorded(Vehicle.NEW, ScrapVehicleDecider::evolve, facts);
    }

    private static Function<Vehicle, Decision> told(ToldBy toldBy, LocalDate on) {
        return vehicle -> ScrapVehicleDecider.decide(new ScrapVehicle(MARK, on, toldBy), VEHICLE, vehicle, TODAY);
    }
}
