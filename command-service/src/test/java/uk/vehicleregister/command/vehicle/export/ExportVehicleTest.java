package uk.vehicleregister.command.vehicle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.command.History.taxed;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.vehicle.export.ExportVehicleDecider.Vehicle;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;

class ExportVehicleTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void a_keeper_tells_where_and_when_the_vehicle_went() {
        given(registered()).when(exportOn(YESTERDAY)).thenRecorded(new VehicleExported(VEHICLE, MARK, "JE", YESTERDAY));
    }

    @Test
    void an_executor_may_tell_it() {
        given(registered(), died(YESTERDAY)).when(exportOn(TODAY)).thenAccepted();
    }

    @Test
    void a_vehicle_is_exported_once() {
        given(registered(), exported()).when(exportOn(TODAY)).thenRefused(EXPORTED);
        given(registered(), marked(Marker.EXPORTED)).when(exportOn(TODAY)).thenRefused(EXPORTED);
    }

    @Test
    void a_vehicle_that_came_back_may_be_exported_again() {
        given(registered(), exported(), lifted(Marker.EXPORTED))
                .when(exportOn(TODAY))
                .thenAccepted();
    }

    @Test
    void a_scrapped_vehicle_is_not_exported() {
        given(registered(), scrapped()).when(exportOn(TODAY)).thenRefused(SCRAPPED);
        given(registered(), destroyed()).when(exportOn(TODAY)).thenRefused(SCRAPPED);
    }

    @Test
    void a_stolen_vehicle_is_not_exported_until_it_is_recovered() {
        given(registered(), marked(Marker.STOLEN)).when(exportOn(TODAY)).thenRefused(STOLEN);
        given(registered(), marked(Marker.STOLEN), lifted(Marker.STOLEN))
                .when(exportOn(TODAY))
                .thenAccepted();
    }

    @Test
    void a_suppressed_v5c_is_told_before_anything_else() {
        given(registered(), disposed(TODAY), exported(), marked(Marker.V5C_SUPPRESSED))
                .when(exportOn(TODAY))
                .thenRefused(V5C_SUPPRESSED);
    }

    @Test
    void of_a_vehicle_in_the_trade_a_dealer_tells_and_nobody_else() {
        given(registered(), disposed(TODAY)).when(exportOn(TODAY)).thenRefused(NO_KEEPER);
        given(registeredInTrade()).when(exportOn(TODAY)).thenRefused(NO_KEEPER);
        given(registered(), disposed(TODAY)).when(export(TODAY, true)).thenAccepted();
        given(registered(), disposed(TODAY), acquired(TODAY))
                .when(exportOn(TODAY))
                .thenAccepted();
    }

    @Test
    void an_export_today_is_taken_and_tomorrow_refused() {
        given(registered()).when(exportOn(TODAY)).thenAccepted();
        given(registered()).when(exportOn(TODAY.plusDays(1))).thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void an_export_on_the_day_of_first_registration_is_taken_and_a_day_before_refused() {
        given(registered()).when(exportOn(FIRST_REGISTERED)).thenAccepted();
        given(registered()).when(exportOn(FIRST_REGISTERED.minusDays(1))).thenRefused(DATE_BEFORE_FIRST_REGISTRATION);
        given(registered(), detailsCorrected(TODAY, "M1"))
                .when(exportOn(YESTERDAY))
                .thenRefused(DATE_BEFORE_FIRST_REGISTRATION);
    }

    @Test
    void full_months_of_tax_that_are_left_are_due_back_and_a_begun_month_is_not() {
        LocalDate until = LocalDate.of(2026, 9, 30);
        var facts = given(registered(), taxed(TODAY.minusMonths(9), until))
                .when(exportOn(TODAY))
                .thenAccepted();
        assertThat(facts.getLast()).isEqualTo(new TaxRefundDue(VEHICLE, TaxRefundReason.EXPORTED, 2, until, TODAY));
        var none = given(registered(), taxed(TODAY.minusMonths(9), LocalDate.of(2026, 7, 31)))
                .when(exportOn(TODAY))
                .thenAccepted();
        assertThat(none).doesNotHaveAnyElementsOfTypes(TaxRefundDue.class);
    }

    private static Given<Vehicle> given(VehicleFact... facts) {
        return Given.recorded(Vehicle.NEW, ExportVehicleDecider::evolve, facts);
    }

    private static Function<Vehicle, Decision> exportOn(LocalDate date) {
        return export(date, false);
    }

    private static Function<Vehicle, Decision> export(LocalDate date, boolean isDealer) {
        var command = new ExportVehicle(MARK, SHOWN, date, "JE", isDealer);
        return vehicle -> ExportVehicleDecider.decide(command, VEHICLE, vehicle, TODAY);
    }
}
