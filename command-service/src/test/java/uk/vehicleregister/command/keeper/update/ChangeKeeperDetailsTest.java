package uk.vehicleregister.command.keeper.update;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.keeper.update.ChangeKeeperDetailsDecider.Vehicle;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

class ChangeKeeperDetailsTest {

    @Test
    void the_same_keeper_is_recorded_anew_and_gets_a_new_v5c() {
        given(registered())
                .when(changeTo(person()))
                .thenRecorded(
                        new KeeperDetailsChanged(VEHICLE, sealedPerson(), TODAY),
                        new V5CIssued(VEHICLE, MARK, credential("90807060504"), TODAY));
    }

    @Test
    void a_person_stays_a_person_and_a_business_a_business() {
        given(registered()).when(changeTo(business())).thenRefused(NOT_THE_SAME_KEEPER);
        given(registered(MARK, FIRST_REGISTERED, "M1", sealedBusiness()))
                .when(changeTo(business()))
                .thenAccepted();
        given(registered(MARK, FIRST_REGISTERED, "M1", sealedBusiness()))
                .when(changeTo(person()))
                .thenRefused(NOT_THE_SAME_KEEPER);
        given(registered(MARK, FIRST_REGISTERED, "M1", sealedBusiness()), keeperChanged(TODAY))
                .when(changeTo(person()))
                .thenAccepted();
    }

    @Test
    void an_estate_does_not_become_a_person_again() {
        given(registered(), died(TODAY)).when(changeTo(person())).thenRefused(NOT_THE_SAME_KEEPER);
    }

    @Test
    void nobody_can_be_the_same_as_a_keeper_who_was_forgotten() {
        given(registered()).when(vehicle -> decide(vehicle, person(), true)).thenRefused(NOT_THE_SAME_KEEPER);
    }

    @Test
    void a_vehicle_in_the_trade_has_no_keeper() {
        given(registered(), disposed(TODAY)).when(changeTo(person())).thenRefused(NO_KEEPER);
        given(registeredInTrade()).when(changeTo(person())).thenRefused(NO_KEEPER);
    }

    @Test
    void a_suppressed_v5c_is_told_before_anything_else() {
        given(registered(), disposed(TODAY), marked(Marker.V5C_SUPPRESSED))
                .when(changeTo(person()))
                .thenRefused(V5C_SUPPRESSED);
    }

    @ParameterizedTest
    @CsvSource({"EXPORTED, EXPORTED", "SCRAPPED, SCRAPPED", "STOLEN, STOLEN"})
    void a_marker_stops_it_until_it_is_lifted(Marker marker, RefusalCode code) {
        given(registered(), marked(marker)).when(changeTo(person())).thenRefused(code);
        given(registered(), marked(marker), lifted(marker))
                .when(changeTo(person()))
                .thenAccepted();
    }

    private static Given<Vehicle> given(VehicleFact... facts) {
        return Given.recorded(Vehicle.NEW, ChangeKeeperDetailsDecider::evolve, facts);
    }

    private static Function<Vehicle, Decision> changeTo(Keeper keeper) {
        return vehicle -> decide(vehicle, keeper, false);
    }

    private static Decision decide(Vehicle vehicle, Keeper keeper, boolean isErased) {
        var papers = new ChangeKeeperDetailsDecider.Papers(VEHICLE, sealedPerson(), credential("90807060504"));
        return ChangeKeeperDetailsDecider.decide(
                new ChangeKeeperDetails(MARK, SHOWN, keeper), vehicle, isErased, () -> papers, TODAY);
    }
}
