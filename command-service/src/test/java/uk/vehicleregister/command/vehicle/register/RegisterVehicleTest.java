package uk.vehicleregister.command.vehicle.register;

import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.Samples.Q_MARK;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.vehicle.register.RegisterVehicleDecider.Papers;
import uk.vehicleregister.command.vehicle.register.RegisterVehicleDecider.Register;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.DocumentReference;

class RegisterVehicleTest {

    @Test
    void a_first_registration_names_vehicle_mark_and_keeper_and_prints_a_v5c() {
        decide(MARK, FIRST_REGISTERED, person(), FIRST_REGISTERED, null, false, true)
                .thenRecorded(
                        new VehicleRegistered(
                                VEHICLE,
                                VIN,
                                MARK,
                                vehicleDetails(FIRST_REGISTERED, "M1"),
                                sealedPerson(),
                                FIRST_REGISTERED),
                        new V5CIssued(VEHICLE, MARK, credential(), TODAY),
                        new MarkIssued(MARK, VEHICLE, FIRST_REGISTERED));
    }

    @Test
    void an_older_record_keeps_its_v5c_which_was_printed_when_its_keeper_took_the_vehicle() {
        LocalDate since = FIRST_REGISTERED.plusYears(2);
        decide(MARK, FIRST_REGISTERED, null, since, DOCUMENT_REFERENCE, false, true)
                .thenRecorded(
                        new VehicleRegistered(VEHICLE, VIN, MARK, vehicleDetails(FIRST_REGISTERED, "M1"), null, since),
                        new V5CIssued(VEHICLE, MARK, credential(), since),
                        new MarkIssued(MARK, VEHICLE, FIRST_REGISTERED));
    }

    @Test
    void one_vin_is_registered_once() {
        decide(MARK, FIRST_REGISTERED, person(), FIRST_REGISTERED, null, true, true)
                .thenRefused(VIN_ALREADY_REGISTERED);
    }

    @Test
    void a_mark_is_issued_once() {
        decide(MARK, FIRST_REGISTERED, person(), FIRST_REGISTERED, null, false, false)
                .thenRefused(MARK_NOT_AVAILABLE);
    }

    @Test
    void a_mark_that_breaks_the_letter_rules_is_not_issued() {
        on(mark("AB01 CDE"), FIRST_REGISTERED).thenRefused(MARK_NOT_AVAILABLE);
    }

    @Test
    void a_q_mark_may_be_given_at_first_registration() {
        on(Q_MARK, FIRST_REGISTERED).thenAccepted();
    }

    @Test
    void a_mark_of_the_vehicles_own_half_year_is_right() {
        on(mark("AB19 CDE"), LocalDate.of(2019, 3, 1)).thenAccepted();
    }

    @Test
    void a_mark_of_the_next_half_year_would_look_newer() {
        on(mark("AB19 CDE"), LocalDate.of(2019, 2, 28)).thenRefused(WOULD_LOOK_NEWER);
    }

    @Test
    void a_vehicle_may_be_registered_today() {
        on(mark("AB19 CDE"), TODAY).thenAccepted();
    }

    @Test
    void a_vehicle_cannot_be_registered_tomorrow() {
        on(mark("AB19 CDE"), TODAY.plusDays(1)).thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void a_keepership_cannot_begin_tomorrow() {
        decide(MARK, FIRST_REGISTERED, person(), TODAY.plusDays(1), null, false, true)
                .thenRefused(DATE_IN_FUTURE);
    }

    private static Then on(RegistrationMark mark, LocalDate firstRegistered) {
        return decide(mark, firstRegistered, person(), firstRegistered, null, false, true);
    }

    private static Then decide(
            RegistrationMark mark,
            LocalDate firstRegistered,
            @Nullable Keeper keeper,
            LocalDate keeperSince,
            @Nullable DocumentReference reference,
            boolean vinIsKnown,
            boolean markIsNew) {
        var command =
                new RegisterVehicle(VIN, mark, vehicleDetails(firstRegistered, "M1"), keeper, keeperSince, reference);
        return new Then(RegisterVehicleDecider.decide(
                command,
                new Register(VEHICLE, vinIsKnown, mark, markIsNew),
                () -> new Papers(keeper == null ? null : sealedPerson(), credential()),
                TODAY));
    }
}
