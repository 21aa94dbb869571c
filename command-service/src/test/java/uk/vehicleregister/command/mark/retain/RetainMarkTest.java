package uk.vehicleregister.command.mark.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.Samples.Q_MARK;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.mark.retain.RetainMarkDecider.Replacement;
import uk.vehicleregister.command.mark.retain.RetainMarkDecider.Shown;
import uk.vehicleregister.command.mark.retain.RetainMarkDecider.Vehicle;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

class RetainMarkTest {

    private static final Replacement DRAWN = new Replacement(REPLACEMENT_MARK, false);

    @Test
    void a_retained_mark_goes_to_a_certificate_for_ten_years_and_the_vehicle_gets_another_with_a_new_v5c() {
        given(registered())
                .when(retain())
                .thenRecorded(
                        new MarkRetained(VEHICLE, MARK, REPLACEMENT_MARK, sealedParty(), TODAY),
                        new V5CIssued(VEHICLE, REPLACEMENT_MARK, credential("90807060504"), TODAY),
                        new EntitlementGranted(
                                MARK,
                                VEHICLE,
                                credential("1-14316-054027-AB19CDE"),
                                sealedParty(),
                                TODAY,
                                TODAY.plusYears(10)),
                        new MarkIssued(REPLACEMENT_MARK, VEHICLE, TODAY));
    }

    @Test
    void the_original_mark_goes_back_on_its_vehicle() {
        var facts = given(registered(), assigned(PERSONAL_MARK, MARK))
                .when(vehicle -> decide(vehicle, true, true, new Replacement(MARK, true)))
                .thenAccepted();
        assertThat(facts.getLast()).isEqualTo(new MarkRestored(MARK, VEHICLE, TODAY));
    }

    @Test
    void an_original_mark_waits_for_its_own_vehicle_only() {
        assertThat(RetainMarkDecider.waitsFor(VEHICLE, List.of(new MarkReplaced(MARK, VEHICLE, TODAY))))
                .isTrue();
        assertThat(RetainMarkDecider.waitsFor(OTHER_VEHICLE, List.of(new MarkReplaced(MARK, VEHICLE, TODAY))))
                .isFalse();
    }

    @Test
    void an_original_mark_that_is_held_on_a_certificate_is_not_free() {
        var granted = new EntitlementGranted(MARK, VEHICLE, credential(), sealedParty(), TODAY, TODAY);
        assertThat(RetainMarkDecider.waitsFor(VEHICLE, List.of(new MarkReplaced(MARK, VEHICLE, TODAY), granted)))
                .isFalse();
        assertThat(RetainMarkDecider.waitsFor(VEHICLE, List.of())).isFalse();
    }

    @Test
    void retention_costs_eighty_pounds() {
        given(registered()).when(vehicle -> decide(vehicle, true, false, DRAWN)).thenFeeIsDue(80_00);
    }

    @Test
    void no_fee_is_asked_for_what_will_be_refused() {
        given(registered(), marked(Marker.EXPORTED))
                .when(vehicle -> decide(vehicle, true, false, DRAWN))
                .thenRefused(EXPORTED);
    }

    @Test
    void a_suppressed_v5c_is_told_before_anything_else() {
        given(registered(), disposed(TODAY), marked(Marker.V5C_SUPPRESSED))
                .when(retain())
                .thenRefused(V5C_SUPPRESSED);
    }

    @Test
    void a_vehicle_in_the_trade_has_no_keeper_to_retain_its_mark() {
        given(registered(), disposed(TODAY)).when(retain()).thenRefused(NO_KEEPER);
    }

    @Test
    void a_vehicle_registered_into_the_trade_has_no_keeper_either() {
        given(registeredInTrade()).when(retain()).thenRefused(NO_KEEPER);
    }

    @Test
    void after_an_acquisition_there_is_a_keeper_again() {
        given(registered(), disposed(TODAY), acquired(TODAY)).when(retain()).thenAccepted();
    }

    @Test
    void a_new_keeper_may_retain() {
        given(registered(), keeperChanged(TODAY)).when(retain()).thenAccepted();
    }

    @Test
    void the_executor_of_an_estate_may_retain() {
        given(registered(), died(TODAY)).when(retain()).thenAccepted();
    }

    @Test
    void before_it_is_scrapped_or_exported_a_vehicle_may_give_up_its_mark_and_afterwards_not() {
        given(registered(), scrapped()).when(retain()).thenRefused(SCRAPPED);
        given(registered(), destroyed()).when(retain()).thenRefused(SCRAPPED);
        given(registered(), exported()).when(retain()).thenRefused(EXPORTED);
    }

    @Test
    void the_postcode_must_be_the_keepers() {
        given(registered()).when(vehicle -> decide(vehicle, false, true, DRAWN)).thenRefused(POSTCODE_MISMATCH);
    }

    @Test
    void a_q_mark_stays_with_its_vehicle() {
        given(registered(Q_MARK)).when(retain()).thenRefused(RefusalCode.Q_MARK);
    }

    @ParameterizedTest
    @CsvSource({"EXPORTED, EXPORTED", "SCRAPPED, SCRAPPED", "STOLEN, STOLEN"})
    void a_marker_stops_retention_until_it_is_lifted(Marker marker, RefusalCode code) {
        given(registered(), marked(marker)).when(retain()).thenRefused(code);
        given(registered(), marked(marker), lifted(marker)).when(retain()).thenAccepted();
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_TO_PAPER, DIRECT_TO_PAPER",
        "LICENSING_HISTORY, LICENSING_HISTORY",
        "IDENTITY_CHECK, IDENTITY_CHECK",
        "WRITE_OFF_A, WRITTEN_OFF",
        "WRITE_OFF_B, WRITTEN_OFF"
    })
    void what_no_rule_can_decide_waits_for_a_registrar_and_passes_once_one_has_accepted_it(
            Marker marker, RefusalCode cause) {
        given(registered(), marked(marker)).when(retain()).thenUnderReview(cause);
        given(registered(), marked(marker), lifted(marker)).when(retain()).thenAccepted();
        given(registered(), marked(marker))
                .when(vehicle -> decide(vehicle, new Shown(true, true, true), DRAWN))
                .thenAccepted();
    }

    @Test
    void nobody_reviews_what_will_be_refused_and_no_fee_is_asked_before_the_review() {
        given(registered(), marked(Marker.DIRECT_TO_PAPER), marked(Marker.EXPORTED))
                .when(retain())
                .thenRefused(EXPORTED);
        given(registered(), marked(Marker.DIRECT_TO_PAPER))
                .when(vehicle -> decide(vehicle, true, false, DRAWN))
                .thenUnderReview(RefusalCode.DIRECT_TO_PAPER);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_OFF_S", "WRITE_OFF_N"})
    void these_markers_do_not_stop_retention(Marker marker) {
        given(registered(), marked(marker)).when(retain()).thenAccepted();
    }

    @Test
    void a_tractor_is_not_of_a_type_that_is_tested() {
        given(registered(MARK, FIRST_REGISTERED, "T1", sealedPerson()))
                .when(retain())
                .thenRefused(NOT_TESTABLE_TYPE);
    }

    @Test
    void where_no_type_is_recorded_nothing_is_refused_for_it() {
        given(registered(MARK, FIRST_REGISTERED, null, sealedPerson()))
                .when(retain())
                .thenAccepted();
    }

    @Test
    void a_vehicle_registered_in_1997_has_no_automatic_replacement_mark() {
        given(registered(mark("R1 ABC"), LocalDate.of(1997, 12, 31), "M1", sealedPerson()))
                .when(retain())
                .thenRefused(PRE_1998);
    }

    @Test
    void a_vehicle_registered_on_the_first_day_of_1998_has_one() {
        given(registered(mark("R1 ABC"), LocalDate.of(1998, 1, 1), "M1", sealedPerson()))
                .when(retain())
                .thenAccepted();
    }

    @Test
    void where_no_tax_was_fed_nothing_is_refused_for_it() {
        given(registered(), keeperChanged(TODAY)).when(retain()).thenAccepted();
    }

    @Test
    void a_vehicle_taxed_to_today_keeps_its_mark() {
        given(registered(), taxed(TODAY.minusMonths(6), TODAY)).when(retain()).thenAccepted();
    }

    @Test
    void a_vehicle_taxed_to_yesterday_is_refused() {
        given(registered(), taxed(TODAY.minusMonths(6), TODAY.minusDays(1)))
                .when(retain())
                .thenRefused(NOT_TAXED);
    }

    @Test
    void a_sorn_of_one_day_less_than_five_years_is_taken() {
        given(registered(), offRoad(TODAY.minusYears(5).plusDays(1)))
                .when(retain())
                .thenAccepted();
    }

    @Test
    void a_sorn_of_five_years_is_refused() {
        given(registered(), offRoad(TODAY.minusYears(5))).when(retain()).thenRefused(NOT_TAXED);
    }

    @Test
    void a_sorn_that_begins_tomorrow_does_not_help() {
        given(registered(), taxed(TODAY.minusMonths(6), TODAY.minusDays(1)), offRoad(TODAY.plusDays(1)))
                .when(retain())
                .thenRefused(NOT_TAXED);
    }

    @Test
    void a_seller_s_tax_does_not_help_the_new_keeper() {
        given(registered(), taxed(TODAY.minusMonths(6), TODAY.plusMonths(6)), keeperChanged(TODAY.minusDays(1)))
                .when(retain())
                .thenRefused(NOT_TAXED);
    }

    @Test
    void tax_is_looked_at_after_everything_else_on_the_record() {
        given(
                        registered(mark("R1 ABC"), LocalDate.of(1997, 12, 31), "M1", sealedPerson()),
                        taxed(TODAY.minusMonths(6), TODAY.minusDays(1)))
                .when(retain())
                .thenRefused(PRE_1998);
    }

    private static Given<Vehicle> given(VehicleFact... facts) {
        return Given.recorded(Vehicle.NEW, RetainMarkDecider::evolve, facts);
    }

    private static Function<Vehicle, Decision> retain() {
        return vehicle -> decide(vehicle, true, true, DRAWN);
    }

    private static Decision decide(Vehicle vehicle, boolean livesThere, boolean paid, Replacement replacement) {
        return decide(vehicle, new Shown(livesThere, paid, false), replacement);
    }

    private static Decision decide(Vehicle vehicle, Shown shown, Replacement replacement) {
        var command = new RetainMark(vehicle.mark(), SHOWN, person().address().postcode(), actingBusiness(), null);
        var papers = new RetainMarkDecider.Papers(
                VEHICLE,
                replacement,
                credential("1-14316-054027-AB19CDE"),
                sealedParty(),
                sealedParty(),
                credential("90807060504"));
        return RetainMarkDecider.decide(command, vehicle, VEHICLE, shown, () -> papers, TODAY);
    }
}
