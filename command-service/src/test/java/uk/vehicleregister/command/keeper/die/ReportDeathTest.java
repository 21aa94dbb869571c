package uk.vehicleregister.command.keeper.die;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.command.History.taxed;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.keeper.die.ReportDeathDecider.Vehicle;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;

class ReportDeathTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void the_estate_takes_the_keepers_place_and_the_executor_gets_a_new_v5c() {
        given(registered())
                .when(deathOn(YESTERDAY))
                .thenRecorded(
                        new KeeperDied(VEHICLE, sealedEstate(), YESTERDAY),
                        new V5CIssued(VEHICLE, MARK, credential("90807060504"), TODAY));
    }

    @Test
    void a_business_does_not_die() {
        given(registered(MARK, FIRST_REGISTERED, "M1", sealedBusiness()))
                .when(deathOn(YESTERDAY))
                .thenRefused(NO_PERSON_AS_KEEPER);
    }

    @Test
    void a_vehicle_in_the_trade_has_no_keeper_who_could_die() {
        given(registered(), disposed(TODAY)).when(deathOn(TODAY)).thenRefused(NO_PERSON_AS_KEEPER);
        given(registeredInTrade()).when(deathOn(TODAY)).thenRefused(NO_PERSON_AS_KEEPER);
        given(registered(), disposed(TODAY), acquired(TODAY))
                .when(deathOn(TODAY))
                .thenAccepted();
    }

    @Test
    void a_death_is_told_once_and_the_next_keeper_may_die_too() {
        given(registered(), died(YESTERDAY)).when(deathOn(YESTERDAY)).thenRefused(ALREADY_AN_ESTATE);
        given(registered(), died(YESTERDAY), keeperChanged(TODAY))
                .when(deathOn(TODAY))
                .thenAccepted();
    }

    @Test
    void a_suppressed_v5c_is_told_before_anything_else() {
        given(registered(), died(TODAY), marked(Marker.V5C_SUPPRESSED))
                .when(deathOn(TODAY))
                .thenRefused(V5C_SUPPRESSED);
    }

    @ParameterizedTest
    @CsvSource({"EXPORTED, EXPORTED", "SCRAPPED, SCRAPPED", "STOLEN, STOLEN"})
    void a_marker_stops_it_until_it_is_lifted(Marker marker, RefusalCode code) {
        given(registered(), marked(marker)).when(deathOn(TODAY)).thenRefused(code);
        given(registered(), marked(marker), lifted(marker)).when(deathOn(TODAY)).thenAccepted();
    }

    @Test
    void a_death_today_is_taken_and_tomorrow_refused() {
        given(registered()).when(deathOn(TODAY)).thenAccepted();
        given(registered()).when(deathOn(TODAY.plusDays(1))).thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void a_death_on_the_first_day_of_the_first_keepership_is_taken_and_a_day_before_refused() {
        given(registered()).when(deathOn(FIRST_REGISTERED)).thenAccepted();
        given(registered()).when(deathOn(FIRST_REGISTERED.minusDays(1))).thenRefused(DATE_BEFORE_KEEPERSHIP);
    }

    @Test
    void the_keepership_that_counts_is_the_latest() {
        given(registered(), keeperChanged(YESTERDAY)).when(deathOn(YESTERDAY)).thenAccepted();
        given(registered(), keeperChanged(YESTERDAY))
                .when(deathOn(YESTERDAY.minusDays(1)))
                .thenRefused(DATE_BEFORE_KEEPERSHIP);
        given(registered(), disposed(TODAY.minusDays(9)), acquired(YESTERDAY))
                .when(deathOn(YESTERDAY.minusDays(1)))
                .thenRefused(DATE_BEFORE_KEEPERSHIP);
    }

    @Test
    void new_details_begin_no_keepership() {
        given(registered(), detailsChanged()).when(deathOn(FIRST_REGISTERED)).thenAccepted();
    }

    @Test
    void a_corrected_or_reversed_change_counts_as_it_stands_now() {
        LocalDate corrected = TODAY.minusDays(5);
        given(
                        registered(),
                        keeperChanged(YESTERDAY),
                        new KeeperCorrected(
                                VEHICLE, 2, "case 17", null, corrected, sealedPerson(), corrected, null, TODAY))
                .when(deathOn(corrected))
                .thenAccepted();
        given(
                        registered(),
                        keeperChanged(YESTERDAY),
                        new KeeperChangeReversed(VEHICLE, 2, "case 17", YESTERDAY, sealedPerson(), null, null, TODAY))
                .when(deathOn(FIRST_REGISTERED))
                .thenAccepted();
    }

    @Test
    void a_first_keepership_that_began_later_than_told_counts_from_then() {
        LocalDate later = FIRST_REGISTERED.plusYears(1);
        KeeperCorrected corrected =
                new KeeperCorrected(VEHICLE, 1, "case 17", null, later, sealedPerson(), null, null, TODAY);
        given(registered(), corrected).when(deathOn(later)).thenAccepted();
        given(registered(), corrected).when(deathOn(later.minusDays(1))).thenRefused(DATE_BEFORE_KEEPERSHIP);
    }

    @Test
    void a_business_that_sold_to_a_person_leaves_a_person_behind() {
        given(
                        registered(MARK, FIRST_REGISTERED, "M1", sealedBusiness()),
                        new KeeperChanged(VEHICLE, sealedPerson(), YESTERDAY, null, null, List.of()))
                .when(deathOn(TODAY))
                .thenAccepted();
    }

    @Test
    void full_months_of_tax_that_are_left_are_due_back_and_a_begun_month_is_not() {
        LocalDate until = LocalDate.of(2026, 9, 30);
        var facts = given(registered(), taxed(TODAY.minusMonths(9), until))
                .when(deathOn(TODAY))
                .thenAccepted();
        assertThat(facts.getLast()).isEqualTo(new TaxRefundDue(VEHICLE, TaxRefundReason.DECEASED, 2, until, TODAY));
        var none = given(registered(), taxed(TODAY.minusMonths(9), LocalDate.of(2026, 7, 31)))
                .when(deathOn(TODAY))
                .thenAccepted();
        assertThat(none).doesNotHaveAnyElementsOfTypes(TaxRefundDue.class);
    }

    private static Given<Vehicle> given(VehicleFact... facts) {
        return Given.recorded(Vehicle.registeredAt(1), ReportDeathDecider::evolve, facts);
    }

    private static Function<Vehicle, Decision> deathOn(LocalDate date) {
        var command = new ReportDeath(MARK, SHOWN, date, estate());
        var papers = new ReportDeathDecider.Papers(VEHICLE, sealedEstate(), credential("90807060504"));
        return vehicle -> ReportDeathDecider.decide(command, vehicle, () -> papers, TODAY);
    }
}
