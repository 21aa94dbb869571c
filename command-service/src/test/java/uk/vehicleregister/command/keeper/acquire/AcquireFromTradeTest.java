package uk.vehicleregister.command.keeper.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;
import static uk.vehicleregister.kernel.vehicle.Warning.SALE_BEFORE_LAST_CHANGE;
import static uk.vehicleregister.kernel.vehicle.Warning.SALE_OVER_12_MONTHS_AGO;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.kernel.vehicle.Warning;

class AcquireFromTradeTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void a_sale_out_of_the_trade_names_the_new_keeper_and_prints_a_new_v5c() {
        inTrade()
                .when(saleOn(YESTERDAY))
                .thenRecorded(
                        new AcquiredFromTrade(
                                VEHICLE, sealedPerson(), sealedParty(), YESTERDAY, 12_000, TaxOrSorn.SORN, List.of()),
                        new V5CIssued(VEHICLE, MARK, credential("90807060504"), TODAY));
    }

    @Test
    void the_new_keeper_must_have_consented() {
        inTrade().when(sale(YESTERDAY, false, Set.of())).thenRefused(CONSENT_MISSING);
    }

    @Test
    void a_vehicle_registered_into_the_trade_can_be_sold_out_of_it() {
        given(registeredInTrade()).when(saleOn(YESTERDAY)).thenAccepted();
    }

    @Test
    void a_sale_on_the_day_of_the_disposal_needs_no_confirmation() {
        given(registered(), disposed(YESTERDAY)).when(saleOn(YESTERDAY)).thenAccepted();
    }

    @Test
    void a_sale_before_the_disposal_has_to_be_confirmed() {
        given(registered(), disposed(YESTERDAY))
                .when(saleOn(YESTERDAY.minusDays(1)))
                .thenAsksToConfirm(SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void a_vehicle_with_a_suppressed_v5c_cannot_be_sold_online_whatever_else_stands_on_its_record() {
        given(registered(), marked(Marker.V5C_SUPPRESSED))
                .when(saleOn(YESTERDAY))
                .thenRefused(V5C_SUPPRESSED);
    }

    @Test
    void once_the_suppression_is_lifted_the_sale_is_taken() {
        given(registered(), disposed(TODAY.minusYears(9)), marked(Marker.V5C_SUPPRESSED), lifted(Marker.V5C_SUPPRESSED))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
    }

    @Test
    void a_keeper_still_on_record_must_dispose_of_the_vehicle_first() {
        given(registered()).when(saleOn(YESTERDAY)).thenRefused(KEEPER_STILL_ON_RECORD);
    }

    @Test
    void an_exported_vehicle_is_not_sold_online() {
        given(registered(), disposed(TODAY.minusYears(9)), marked(Marker.EXPORTED))
                .when(saleOn(YESTERDAY))
                .thenRefused(EXPORTED);
    }

    @Test
    void a_scrapped_vehicle_is_not_sold() {
        given(registered(), disposed(TODAY.minusYears(9)), marked(Marker.SCRAPPED))
                .when(saleOn(YESTERDAY))
                .thenRefused(SCRAPPED);
    }

    @Test
    void a_stolen_vehicle_is_not_sold_until_it_is_recovered() {
        given(registered(), disposed(TODAY.minusYears(9)), marked(Marker.STOLEN))
                .when(saleOn(YESTERDAY))
                .thenRefused(STOLEN);
        given(registered(), disposed(TODAY.minusYears(9)), marked(Marker.STOLEN), lifted(Marker.STOLEN))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
    }

    @Test
    void a_write_off_that_may_be_repaired_does_not_stop_a_sale() {
        given(registered(), disposed(TODAY.minusYears(9)), marked(Marker.WRITE_OFF_S))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
    }

    @Test
    void an_estate_is_a_keeper_still_on_record_until_its_executor_sells_into_the_trade() {
        given(registered(), died(TODAY.minusYears(9))).when(saleOn(YESTERDAY)).thenRefused(KEEPER_STILL_ON_RECORD);
        given(registered(), died(TODAY.minusYears(9)), disposed(TODAY.minusYears(8)))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
    }

    @Test
    void a_sale_today_is_taken() {
        inTrade().when(saleOn(TODAY)).thenAccepted();
    }

    @Test
    void a_sale_tomorrow_is_refused() {
        inTrade().when(saleOn(TODAY.plusDays(1))).thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void a_sale_five_years_ago_to_the_day_is_taken() {
        inTrade().when(saleOn(TODAY.minusYears(5), SALE_OVER_12_MONTHS_AGO)).thenAccepted();
    }

    @Test
    void a_sale_five_years_and_a_day_ago_is_too_old_even_when_acknowledged() {
        inTrade()
                .when(saleOn(TODAY.minusYears(5).minusDays(1), SALE_OVER_12_MONTHS_AGO))
                .thenRefused(DATE_TOO_OLD);
    }

    @Test
    void a_sale_twelve_months_ago_to_the_day_needs_no_confirmation() {
        inTrade().when(saleOn(TODAY.minusMonths(12))).thenAccepted();
    }

    @Test
    void a_sale_more_than_twelve_months_ago_has_to_be_confirmed() {
        inTrade().when(saleOn(TODAY.minusMonths(12).minusDays(1))).thenAsksToConfirm(SALE_OVER_12_MONTHS_AGO);
    }

    @Test
    void all_warnings_are_shown_together() {
        given(registered(), disposed(TODAY.minusMonths(2)))
                .when(saleOn(TODAY.minusMonths(13)))
                .thenAsksToConfirm(SALE_OVER_12_MONTHS_AGO, SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void acknowledging_one_of_two_warnings_is_not_enough() {
        given(registered(), disposed(TODAY.minusMonths(2)))
                .when(saleOn(TODAY.minusMonths(13), SALE_OVER_12_MONTHS_AGO))
                .thenAsksToConfirm(SALE_OVER_12_MONTHS_AGO, SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void an_acknowledged_warning_that_does_not_arise_is_not_recorded() {
        var facts = inTrade().when(saleOn(TODAY, SALE_BEFORE_LAST_CHANGE)).thenAccepted();
        assertThat(warningsIn(facts)).isEmpty();
    }

    @Test
    void an_acknowledged_warning_is_recorded_as_acknowledged() {
        var facts = inTrade()
                .when(saleOn(TODAY.minusMonths(13), SALE_OVER_12_MONTHS_AGO))
                .thenAccepted();
        assertThat(warningsIn(facts)).containsExactly(SALE_OVER_12_MONTHS_AGO);
    }

    private static List<Warning> warningsIn(List<Fact> facts) {
        return ((AcquiredFromTrade) facts.getFirst()).acknowledgedWarnings();
    }

    private static Given<AcquireFromTradeDecider.Vehicle> inTrade() {
        return given(registered(), disposed(TODAY.minusYears(9)));
    }

    private static Given<AcquireFromTradeDecider.Vehicle> given(VehicleFact... facts) {
        return Given.recorded(AcquireFromTradeDecider.Vehicle.NEW, AcquireFromTradeDecider::evolve, facts);
    }

    private static Function<AcquireFromTradeDecider.Vehicle, Decision> saleOn(LocalDate date, Warning... acknowledged) {
        return sale(date, true, Set.of(acknowledged));
    }

    private static Function<AcquireFromTradeDecider.Vehicle, Decision> sale(
            LocalDate date, boolean keeperConsent, Set<Warning> acknowledged) {
        AcquireFromTrade command = new AcquireFromTrade(
                MARK, SHOWN, trader(), person(), date, 12_000, keeperConsent, TaxOrSorn.SORN, acknowledged);
        var papers =
                new AcquireFromTradeDecider.Papers(VEHICLE, sealedPerson(), sealedParty(), credential("90807060504"));
        return vehicle -> AcquireFromTradeDecider.decide(command, vehicle, papers, TODAY);
    }
}
