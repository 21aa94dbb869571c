package uk.vehicleregister.command.keeper.change;

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
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.Warning;

class ChangeKeeperTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void a_private_sale_names_the_new_keeper_and_prints_a_new_v5c() {
        given(registered())
                .when(saleOn(YESTERDAY))
                .thenRecorded(
                        new KeeperChanged(
                                VEHICLE, sealedPerson(), YESTERDAY, 12_000, sealed("seller@example.org"), List.of()),
                        new V5CIssued(VEHICLE, MARK, credential("90807060504"), TODAY));
    }

    @Test
    void the_keeper_must_have_consented() {
        given(registered()).when(sale(YESTERDAY, false, true, Set.of())).thenRefused(CONSENT_MISSING);
    }

    @Test
    void the_seller_must_have_given_up_the_rights_to_the_mark() {
        given(registered()).when(sale(YESTERDAY, true, false, Set.of())).thenRefused(CONSENT_MISSING);
    }

    @Test
    void the_first_keepership_is_not_a_change_to_compare_with() {
        given(registered(MARK, TODAY, "M1", sealedPerson()))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
    }

    @Test
    void a_sale_on_the_day_of_the_last_change_needs_no_confirmation() {
        given(registered(), keeperChanged(YESTERDAY)).when(saleOn(YESTERDAY)).thenAccepted();
    }

    @Test
    void a_sale_before_the_last_change_has_to_be_confirmed() {
        given(registered(), keeperChanged(YESTERDAY))
                .when(saleOn(YESTERDAY.minusDays(1)))
                .thenAsksToConfirm(SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void of_an_acquisition_and_a_later_disposal_the_later_date_counts() {
        given(registered(), disposed(YESTERDAY), acquired(YESTERDAY.minusDays(9)))
                .when(saleOn(YESTERDAY.minusDays(1)))
                .thenAsksToConfirm(SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void a_vehicle_with_a_suppressed_v5c_cannot_be_sold_online_whatever_else_stands_on_its_record() {
        given(registered(), disposed(YESTERDAY), marked(Marker.V5C_SUPPRESSED))
                .when(saleOn(YESTERDAY))
                .thenRefused(V5C_SUPPRESSED);
    }

    @Test
    void once_the_suppression_is_lifted_the_sale_is_taken() {
        given(registered(), marked(Marker.V5C_SUPPRESSED), lifted(Marker.V5C_SUPPRESSED))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
    }

    @Test
    void a_vehicle_in_the_trade_cannot_be_sold_privately() {
        given(registered(), disposed(YESTERDAY)).when(saleOn(YESTERDAY)).thenRefused(ALREADY_SOLD_TO_TRADE);
    }

    @Test
    void an_exported_vehicle_is_not_sold_online() {
        given(registered(), marked(Marker.EXPORTED)).when(saleOn(YESTERDAY)).thenRefused(EXPORTED);
    }

    @Test
    void a_scrapped_vehicle_is_not_sold() {
        given(registered(), marked(Marker.SCRAPPED)).when(saleOn(YESTERDAY)).thenRefused(SCRAPPED);
    }

    @Test
    void a_stolen_vehicle_is_not_sold_until_it_is_recovered() {
        given(registered(), marked(Marker.STOLEN)).when(saleOn(YESTERDAY)).thenRefused(STOLEN);
        given(registered(), marked(Marker.STOLEN), lifted(Marker.STOLEN))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
    }

    @Test
    void a_write_off_that_may_be_repaired_does_not_stop_a_sale() {
        given(registered(), marked(Marker.WRITE_OFF_S)).when(saleOn(YESTERDAY)).thenAccepted();
    }

    @Test
    void the_executor_of_an_estate_may_sell() {
        given(registered(), died(YESTERDAY)).when(saleOn(YESTERDAY)).thenAccepted();
    }

    @Test
    void a_sale_before_the_keepers_death_has_to_be_confirmed() {
        given(registered(), died(YESTERDAY))
                .when(saleOn(YESTERDAY.minusDays(1)))
                .thenAsksToConfirm(SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void new_details_of_the_keeper_are_no_change_to_compare_with() {
        given(registered(), detailsChanged()).when(saleOn(YESTERDAY)).thenAccepted();
    }

    @Test
    void a_vehicle_told_of_as_exported_or_scrapped_is_not_sold() {
        given(registered(), exported()).when(saleOn(YESTERDAY)).thenRefused(EXPORTED);
        given(registered(), scrapped()).when(saleOn(YESTERDAY)).thenRefused(SCRAPPED);
        given(registered(), destroyed()).when(saleOn(YESTERDAY)).thenRefused(SCRAPPED);
    }

    @Test
    void a_sale_today_is_taken() {
        given(registered()).when(saleOn(TODAY)).thenAccepted();
    }

    @Test
    void a_sale_tomorrow_is_refused() {
        given(registered()).when(saleOn(TODAY.plusDays(1))).thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void a_sale_five_years_ago_to_the_day_is_taken() {
        given(registered())
                .when(saleOn(TODAY.minusYears(5), SALE_OVER_12_MONTHS_AGO))
                .thenAccepted();
    }

    @Test
    void a_sale_five_years_and_a_day_ago_is_too_old_even_when_acknowledged() {
        given(registered())
                .when(saleOn(TODAY.minusYears(5).minusDays(1), SALE_OVER_12_MONTHS_AGO))
                .thenRefused(DATE_TOO_OLD);
    }

    @Test
    void a_sale_twelve_months_ago_to_the_day_needs_no_confirmation() {
        given(registered()).when(saleOn(TODAY.minusMonths(12))).thenAccepted();
    }

    @Test
    void a_sale_more_than_twelve_months_ago_has_to_be_confirmed() {
        given(registered()).when(saleOn(TODAY.minusMonths(12).minusDays(1))).thenAsksToConfirm(SALE_OVER_12_MONTHS_AGO);
    }

    @Test
    void all_warnings_are_shown_together() {
        given(registered(), keeperChanged(TODAY.minusMonths(2)))
                .when(saleOn(TODAY.minusMonths(13)))
                .thenAsksToConfirm(SALE_OVER_12_MONTHS_AGO, SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void acknowledging_one_of_two_warnings_is_not_enough() {
        given(registered(), keeperChanged(TODAY.minusMonths(2)))
                .when(saleOn(TODAY.minusMonths(13), SALE_OVER_12_MONTHS_AGO))
                .thenAsksToConfirm(SALE_OVER_12_MONTHS_AGO, SALE_BEFORE_LAST_CHANGE);
    }

    @Test
    void an_acknowledged_warning_that_does_not_arise_is_not_recorded() {
        var facts =
                given(registered()).when(saleOn(TODAY, SALE_BEFORE_LAST_CHANGE)).thenAccepted();
        assertThat(warningsIn(facts)).isEmpty();
    }

    @Test
    void an_acknowledged_warning_is_recorded_as_acknowledged() {
        var facts = given(registered())
                .when(saleOn(TODAY.minusMonths(13), SALE_OVER_12_MONTHS_AGO))
                .thenAccepted();
        assertThat(warningsIn(facts)).containsExactly(SALE_OVER_12_MONTHS_AGO);
    }

    @Test
    void full_months_of_tax_that_are_left_are_due_back() {
        LocalDate until = LocalDate.of(2026, 9, 30);
        var facts = given(registered(), taxed(TODAY.minusMonths(9), until))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
        assertThat(facts.getLast()).isEqualTo(new TaxRefundDue(VEHICLE, TaxRefundReason.SOLD, 2, until, TODAY));
    }

    @Test
    void tax_that_ends_with_this_month_leaves_nothing_to_give_back() {
        var facts = given(registered(), taxed(TODAY.minusMonths(11), LocalDate.of(2026, 7, 31)))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
        assertThat(facts).doesNotHaveAnyElementsOfTypes(TaxRefundDue.class);
    }

    @Test
    void tax_is_given_back_once() {
        var facts = given(registered(), taxed(TODAY.minusMonths(9), TODAY.plusMonths(2)), offRoad(TODAY.minusDays(2)))
                .when(saleOn(YESTERDAY))
                .thenAccepted();
        assertThat(facts).doesNotHaveAnyElementsOfTypes(TaxRefundDue.class);
    }

    private static List<Warning> warningsIn(List<Fact> facts) {
        return ((KeeperChanged) facts.getFirst()).acknowledgedWarnings();
    }

    private static Given<ChangeKeeperDecider.Vehicle> given(VehicleFact... facts) {
        return Given.recorded(ChangeKeeperDecider.Vehicle.NEW, ChangeKeeperDecider::evolve, facts);
    }

    private static Function<ChangeKeeperDecider.Vehicle, Decision> saleOn(LocalDate date, Warning... acknowledged) {
        return sale(date, true, true, Set.of(acknowledged));
    }

    private static Function<ChangeKeeperDecider.Vehicle, Decision> sale(
            LocalDate date, boolean keeperConsent, boolean rightsConsent, Set<Warning> acknowledged) {
        ChangeKeeper command =
                new ChangeKeeper(MARK, SHOWN, person(), date, 12_000, keeperConsent, rightsConsent, null, acknowledged);
        var papers = new ChangeKeeperDecider.Papers(
                VEHICLE, sealedPerson(), sealed("seller@example.org"), credential("90807060504"));
        return vehicle -> ChangeKeeperDecider.decide(command, vehicle, papers, TODAY);
    }
}
