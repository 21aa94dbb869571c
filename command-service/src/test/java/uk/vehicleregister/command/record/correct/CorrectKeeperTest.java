package uk.vehicleregister.command.record.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.command.record.correct.Corrections.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.record.correct.CorrectRecord.Keepership;
import uk.vehicleregister.command.record.correct.CorrectRecord.NeverWas;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;

/// The vehicle's facts stand at positions 100, 101 and so on.
class CorrectKeeperTest {

    @Test
    void a_keeper_is_corrected_and_gets_a_v5c_that_names_them() {
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, keeper()))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, DORA, MAY, DORA, MAY, null, TODAY), v5cOf(DORA));
    }

    @Test
    void a_date_of_sale_is_corrected_and_the_keeper_s_v5c_tells_it() {
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, soldOn(JUNE)))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, null, JUNE, BEN, JUNE, null, TODAY), v5cOf(BEN));
    }

    @Test
    void an_earlier_keeper_is_corrected_and_the_keeper_of_today_keeps_their_v5c() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(101, keeper()))
                .thenRecorded(new KeeperCorrected(VEHICLE, 101, REASON, DORA, MAY, CARL, JUNE, null, TODAY));
    }

    @Test
    void of_what_stands_the_event_recorded_last_counts_whatever_its_date() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(102, soldOn(MAY.minusDays(9))))
                .thenRecorded(
                        new KeeperCorrected(
                                VEHICLE, 102, REASON, null, MAY.minusDays(9), CARL, MAY.minusDays(9), null, TODAY),
                        v5cOf(CARL));
    }

    @Test
    void the_first_keepership_is_corrected_by_its_own_date_and_stays_no_change() {
        given(REGISTERED)
                .when(told(100, new Keepership(null, JUNE, person())))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 100, REASON, DORA, JUNE, DORA, null, null, TODAY), v5cOf(DORA));
    }

    @Test
    void a_vehicle_registered_into_the_trade_may_have_had_a_keeper() {
        given(registeredInTrade())
                .when(told(100, keeper()))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 100, REASON, DORA, FIRST_REGISTERED, DORA, null, null, TODAY),
                        v5cOf(DORA));
    }

    @Test
    void a_disposal_has_another_date_and_no_v5c_for_it() {
        given(REGISTERED, disposed(MAY))
                .when(told(101, soldOn(JUNE)))
                .thenRecorded(new KeeperCorrected(VEHICLE, 101, REASON, null, JUNE, null, null, JUNE, TODAY));
    }

    @Test
    void a_correction_of_a_correction_names_the_event_that_told_it_first() {
        VehicleFact corrected = new KeeperCorrected(VEHICLE, 101, REASON, CARL, MAY, CARL, MAY, null, TODAY);
        given(REGISTERED, SOLD_TO_BEN, corrected).when(told(102, keeper())).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, SOLD_TO_BEN, corrected)
                .when(told(101, keeper()))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, DORA, MAY, DORA, MAY, null, TODAY), v5cOf(DORA));
    }

    @Test
    void the_newest_correction_tells_again_who_was_corrected_before() {
        VehicleFact corrected = new KeeperCorrected(VEHICLE, 101, REASON, CARL, MAY, CARL, MAY, null, TODAY);
        given(REGISTERED, SOLD_TO_BEN, corrected)
                .when(told(101, soldOn(JUNE)))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, CARL, JUNE, CARL, JUNE, null, TODAY), v5cOf(CARL));
    }

    @Test
    void a_keeper_s_new_name_stays_when_a_date_is_corrected_and_goes_with_the_keeper() {
        VehicleFact married = new KeeperDetailsChanged(VEHICLE, BEN_MARRIED, JUNE);
        assertThat(keeperAfter(given(REGISTERED, SOLD_TO_BEN, married).when(told(101, soldOn(JUNE)))))
                .isEqualTo(BEN_MARRIED);
        assertThat(keeperAfter(given(REGISTERED, SOLD_TO_BEN, married).when(told(101, new NeverWas()))))
                .isEqualTo(ANNA);
        VehicleFact reversed = new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, ANNA, null, null, TODAY);
        assertThat(keeperAfter(given(REGISTERED, SOLD_TO_BEN, married, reversed).when(told(101, soldOn(JUNE)))))
                .isEqualTo(BEN_MARRIED);
    }

    @Test
    void what_the_record_says_already_is_not_corrected() {
        given(REGISTERED, SOLD_TO_BEN).when(told(101, soldOn(MAY))).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, SOLD_TO_BEN).when(sameKeeper(101, keeper())).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, SOLD_TO_BEN)
                .when(sameKeeper(101, new Keepership(JUNE, null, person())))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, null, JUNE, BEN, JUNE, null, TODAY), v5cOf(BEN));
    }

    @Test
    void a_sale_today_is_taken_and_one_tomorrow_has_not_been() {
        given(REGISTERED, SOLD_TO_BEN).when(told(101, soldOn(TODAY))).thenAccepted();
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, soldOn(TODAY.plusDays(1))))
                .thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void each_event_is_corrected_by_what_it_tells_only() {
        given(REGISTERED).when(told(100, soldOn(JUNE))).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, new Keepership(null, JUNE, null)))
                .thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, disposed(MAY)).when(told(101, keeper())).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, disposed(MAY))
                .when(told(101, new Keepership(null, JUNE, null)))
                .thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, SOLD_TO_BEN).when(told(101, colour("RED"))).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, v5c()).when(told(101, soldOn(MAY))).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, v5c()).when(told(101, new NeverWas())).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, marked(Marker.STOLEN)).when(told(101, colour("RED"))).thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void a_position_that_is_not_of_this_vehicle_is_not_found() {
        given(REGISTERED, SOLD_TO_BEN).when(told(102, soldOn(JUNE))).thenRefused(NOT_FOUND);
        given().when(told(0, new NeverWas())).thenRefused(NOT_FOUND);
    }

    @Test
    void what_is_decided_is_what_the_next_correction_finds() {
        VehicleRecord before = given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE)).state();
        Fact decided =
                new Given.Then(told(101, keeper()).apply(before)).thenAccepted().getFirst();
        VehicleRecord after = before.after(new VehicleRecord.Told(103, (VehicleFact) decided));
        assertThat(after.keepings().at(101)).isEqualTo(new Keeping(Keeping.Kind.SOLD, MAY, DORA, DORA, false));
        assertThat(after.keepings().keeper()).isEqualTo(((KeeperCorrected) decided).keeper());
    }
}
