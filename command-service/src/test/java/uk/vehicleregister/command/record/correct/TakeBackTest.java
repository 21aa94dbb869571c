package uk.vehicleregister.command.record.correct;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.command.record.correct.Corrections.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.record.correct.CorrectRecord.NeverWas;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.VehicleFact;

/// The vehicle's facts stand at positions 100, 101 and so on.
class TakeBackTest {

    @Test
    void a_disposal_that_never_was_gives_the_keeper_back_with_a_new_v5c() {
        given(REGISTERED, disposed(MAY))
                .when(told(101, new NeverWas()))
                .thenRecorded(
                        new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, ANNA, null, null, TODAY), v5cOf(ANNA));
    }

    @Test
    void a_sale_that_never_was_leaves_the_keeper_and_the_changes_before_it() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(102, new NeverWas()))
                .thenRecorded(new KeeperChangeReversed(VEHICLE, 102, REASON, JUNE, BEN, MAY, null, TODAY), v5cOf(BEN));
    }

    @Test
    void an_earlier_sale_that_never_was_leaves_today_as_it_is() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(101, new NeverWas()))
                .thenRecorded(new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, CARL, JUNE, null, TODAY));
    }

    @Test
    void an_acquisition_that_never_was_leaves_the_vehicle_in_the_trade_with_a_v5c_of_nobody() {
        given(REGISTERED, disposed(MAY), acquired(CARL, JUNE))
                .when(told(102, new NeverWas()))
                .thenRecorded(
                        new KeeperChangeReversed(VEHICLE, 102, REASON, JUNE, null, null, MAY, TODAY), v5cOf(null));
    }

    @Test
    void a_death_that_never_was_is_taken_back_and_not_otherwise_corrected() {
        VehicleFact died = new KeeperDied(VEHICLE, keeper("estate"), JUNE);
        given(REGISTERED, died)
                .when(told(101, new NeverWas()))
                .thenRecorded(
                        new KeeperChangeReversed(VEHICLE, 101, REASON, JUNE, ANNA, null, null, TODAY), v5cOf(ANNA));
        given(REGISTERED, died).when(told(101, soldOn(MAY))).thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void a_first_registration_was() {
        given(REGISTERED).when(told(100, new NeverWas())).thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void what_was_taken_back_is_not_taken_back_again_but_may_be_told_again() {
        VehicleFact reversed = new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, ANNA, null, null, TODAY);
        given(REGISTERED, SOLD_TO_BEN, reversed).when(told(101, new NeverWas())).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, SOLD_TO_BEN, reversed)
                .when(told(101, soldOn(MAY)))
                .thenRecorded(new KeeperCorrected(VEHICLE, 101, REASON, null, MAY, BEN, MAY, null, TODAY), v5cOf(BEN));
    }
}
