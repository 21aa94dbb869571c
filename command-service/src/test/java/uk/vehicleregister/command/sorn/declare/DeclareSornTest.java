package uk.vehicleregister.command.sorn.declare;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;

class DeclareSornTest {

    private static final LocalDate END_OF_SEPTEMBER = LocalDate.of(2026, 9, 30);

    @Test
    void a_vehicle_is_off_the_road_from_the_day_declared() {
        given(registered()).when(sornFrom(TODAY)).thenRecorded(new SornDeclared(VEHICLE, TODAY));
    }

    @Test
    void a_trader_may_declare_it_too() {
        given(registered(), disposed(TODAY)).when(sornFrom(TODAY)).thenAccepted();
    }

    @Test
    void two_months_ahead_to_the_day_is_taken() {
        given(registered()).when(sornFrom(TODAY.plusMonths(2))).thenAccepted();
    }

    @Test
    void two_months_and_a_day_ahead_is_too_far() {
        given(registered()).when(sornFrom(TODAY.plusMonths(2).plusDays(1))).thenRefused(DATE_TOO_FAR_AHEAD);
    }

    @Test
    void five_years_ago_to_the_day_is_taken() {
        given(registered()).when(sornFrom(TODAY.minusYears(5))).thenAccepted();
    }

    @Test
    void five_years_and_a_day_ago_is_too_old() {
        given(registered()).when(sornFrom(TODAY.minusYears(5).minusDays(1))).thenRefused(DATE_TOO_OLD);
    }

    @Test
    void a_sorn_in_force_from_that_day_or_an_earlier_one_is_not_declared_again() {
        given(registered(), offRoad(TODAY)).when(sornFrom(TODAY)).thenRefused(ALREADY_SORN);
        given(registered(), offRoad(TODAY.minusDays(1))).when(sornFrom(TODAY)).thenRefused(ALREADY_SORN);
    }

    @Test
    void a_sorn_that_begins_later_may_be_declared_earlier() {
        given(registered(), offRoad(TODAY.plusDays(1))).when(sornFrom(TODAY)).thenAccepted();
    }

    @Test
    void after_tax_or_a_sale_a_sorn_may_be_declared_anew() {
        given(registered(), offRoad(TODAY.minusDays(9)), taxed(TODAY.minusDays(5), TODAY.plusDays(5)))
                .when(sornFrom(TODAY))
                .thenAccepted();
        given(registered(), offRoad(TODAY.minusDays(9)), keeperChanged(TODAY))
                .when(sornFrom(TODAY))
                .thenAccepted();
    }

    @Test
    void a_suppressed_v5c_comes_before_all_else() {
        given(registered(), marked(Marker.SCRAPPED), marked(Marker.EXPORTED), marked(Marker.V5C_SUPPRESSED))
                .when(sornFrom(TODAY))
                .thenRefused(V5C_SUPPRESSED);
    }

    @Test
    void an_exported_or_scrapped_vehicle_is_off_the_road_for_good() {
        given(registered(), marked(Marker.EXPORTED)).when(sornFrom(TODAY)).thenRefused(EXPORTED);
        given(registered(), marked(Marker.SCRAPPED)).when(sornFrom(TODAY)).thenRefused(SCRAPPED);
    }

    @Test
    void once_the_suppression_is_lifted_it_is_taken() {
        given(registered(), marked(Marker.V5C_SUPPRESSED), lifted(Marker.V5C_SUPPRESSED))
                .when(sornFrom(TODAY))
                .thenAccepted();
    }

    @Test
    void full_months_of_tax_that_are_left_are_due_back() {
        given(registered(), taxed(TODAY.minusMonths(9), END_OF_SEPTEMBER))
                .when(sornFrom(TODAY))
                .thenRecorded(new SornDeclared(VEHICLE, TODAY), offRoadRefund(2));
    }

    @Test
    void a_sorn_told_late_gives_back_no_month_that_has_begun() {
        given(registered(), taxed(TODAY.minusMonths(9), END_OF_SEPTEMBER))
                .when(sornFrom(TODAY.minusMonths(3)))
                .thenRecorded(new SornDeclared(VEHICLE, TODAY.minusMonths(3)), offRoadRefund(2));
    }

    @Test
    void until_a_sorn_to_come_begins_the_tax_is_needed() {
        LocalDate august = LocalDate.of(2026, 8, 1);
        given(registered(), taxed(TODAY.minusMonths(9), END_OF_SEPTEMBER))
                .when(sornFrom(august))
                .thenRecorded(new SornDeclared(VEHICLE, august), offRoadRefund(2));
        given(registered(), taxed(TODAY.minusMonths(9), END_OF_SEPTEMBER))
                .when(sornFrom(august.plusDays(1)))
                .thenRecorded(new SornDeclared(VEHICLE, august.plusDays(1)), offRoadRefund(1));
    }

    private static TaxRefundDue offRoadRefund(int months) {
        return new TaxRefundDue(VEHICLE, TaxRefundReason.OFF_ROAD, months, END_OF_SEPTEMBER, TODAY);
    }

    private static Given<DeclareSornDecider.Vehicle> given(VehicleFact... facts) {
        return Given.recorded(DeclareSornDecider.Vehicle.NEW, DeclareSornDecider::evolve, facts);
    }

    private static Function<DeclareSornDecider.Vehicle, Decision> sornFrom(LocalDate from) {
        return vehicle -> DeclareSornDecider.decide(new DeclareSorn(MARK, SHOWN, from), VEHICLE, vehicle, TODAY);
    }
}
