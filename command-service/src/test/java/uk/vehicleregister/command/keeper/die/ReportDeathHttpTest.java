package uk.vehicleregister.command.keeper.die;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.EXECUTORS_POSTCODE;
import static uk.vehicleregister.command.Bodies.acquisition;
import static uk.vehicleregister.command.Bodies.assignment;
import static uk.vehicleregister.command.Bodies.business;
import static uk.vehicleregister.command.Bodies.death;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.keeperDetails;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.KeeperType;

class ReportDeathHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void after_a_death_the_executor_keeps_the_mark_puts_it_on_again_and_sells_the_vehicle() {
        Vehicle vehicle = register.registered();
        Answer told = tellDeath(vehicle);
        assertThat(told.status()).as(told.body().toString()).isEqualTo(201);
        Vehicle estate = register.byPost(vehicle.id());

        var retention = retention(estate.mark(), estate.reference(), "tok_authorised");
        assertThat(service.post("/v1/retentions", Role.CITIZEN, retention).code())
                .as("the dead keeper's postcode")
                .isEqualTo("POSTCODE_MISMATCH");
        Answer retained =
                service.post("/v1/retentions", Role.CITIZEN, with(retention, "keeperPostcode", EXECUTORS_POSTCODE));
        assertThat(retained.status()).as(retained.body().toString()).isEqualTo(201);

        Vehicle renamed = register.byPost(vehicle.id());
        Answer assigned = service.post(
                "/v1/assignments",
                Role.CITIZEN,
                with(
                        assignment(
                                renamed.mark(),
                                renamed.reference(),
                                retained.text("certificateNumber"),
                                vehicle.mark()),
                        "keeperPostcode",
                        EXECUTORS_POSTCODE));
        assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(201);

        Vehicle again = register.byPost(vehicle.id());
        assertThat(sell(again).status()).isEqualTo(201);
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly(
                        "VehicleRegistered",
                        "V5CIssued",
                        "KeeperDied",
                        "V5CIssued",
                        "MarkRetained",
                        "V5CIssued",
                        "MarkAssigned",
                        "V5CIssued",
                        "KeeperChanged",
                        "V5CIssued");
    }

    @Test
    void the_executor_may_sell_into_the_trade_and_the_dealer_on() {
        Vehicle vehicle = register.registered();
        tellDeath(vehicle);
        Vehicle estate = register.byPost(vehicle.id());
        assertThat(service.post("/v1/acquisitions", Role.DEALER, acquisition(estate.mark(), estate.reference()))
                        .code())
                .isEqualTo("KEEPER_STILL_ON_RECORD");
        assertThat(service.post("/v1/disposals", Role.CITIZEN, disposal(estate.mark(), estate.reference()))
                        .status())
                .isEqualTo(201);
        assertThat(service.post("/v1/acquisitions", Role.DEALER, acquisition(estate.mark(), estate.reference()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_old_reference_is_dead_at_once_and_the_new_one_is_in_no_answer() {
        Vehicle before = register.registered();
        String key = UUID.randomUUID().toString();
        Answer told = service.post("/v1/keeper-deaths", Role.CITIZEN, key, death(before.mark(), before.reference()));
        Vehicle after = register.byPost(before.id());
        assertThat(told.body().toString()).doesNotContain(after.reference());
        assertThat(told.body().propertyNames()).containsExactlyInAnyOrder("transactionId", "position");
        assertThat(sell(before).code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        assertThat(service.post("/v1/keeper-deaths", Role.CITIZEN, key, death(before.mark(), before.reference()))
                        .body())
                .isEqualTo(told.body());
        assertThat(register.typesOf(before.id())).containsOnlyOnce("KeeperDied");
    }

    @Test
    void the_estate_and_its_v5c_are_sealed_under_a_key_of_the_executors_own() {
        Vehicle vehicle = register.registered();
        tellDeath(vehicle);
        var events = register.eventsOf(vehicle.id());
        var registered = EventJson.read(events.getFirst().payload(), VehicleRegistered.class);
        var died = EventJson.read(events.get(2).payload(), KeeperDied.class);
        var v5c = EventJson.read(events.get(3).payload(), V5CIssued.class);
        assertThat(died.keeper().type()).isEqualTo(KeeperType.ESTATE);
        assertThat(died.keeper().details().keyId())
                .isNotEqualTo(registered.keeper().details().keyId())
                .isEqualTo(v5c.documentReference().sealed().keyId());
        assertThat(events.get(2).payload()).doesNotContainIgnoringCase("lloyd").doesNotContain("CF10");
        assertThat(events.get(2).payload()).contains("2026-06-28");
    }

    @Test
    void a_death_is_told_once_and_of_a_person_only() {
        Vehicle vehicle = register.registered();
        tellDeath(vehicle);
        Vehicle estate = register.byPost(vehicle.id());
        assertThat(tellDeath(estate).code()).isEqualTo("ALREADY_AN_ESTATE");
        assertThat(service.post("/v1/keeper-details", Role.CITIZEN, keeperDetails(estate.mark(), estate.reference()))
                        .code())
                .isEqualTo("NOT_THE_SAME_KEEPER");
        assertThat(tellDeath(register.registered(with(vehicle(), "keeper", business())))
                        .code())
                .isEqualTo("NO_PERSON_AS_KEEPER");
    }

    @Test
    void a_death_before_the_keepership_or_in_the_future_cannot_be() {
        Vehicle vehicle = register.registered();
        var body = death(vehicle.mark(), vehicle.reference());
        assertThat(service.post("/v1/keeper-deaths", Role.CITIZEN, with(body, "dateOfDeath", "2019-03-13"))
                        .code())
                .isEqualTo("DATE_BEFORE_KEEPERSHIP");
        assertThat(service.post("/v1/keeper-deaths", Role.CITIZEN, with(body, "dateOfDeath", "2026-07-02"))
                        .code())
                .isEqualTo("DATE_IN_FUTURE");
        assertThat(register.typesOf(vehicle.id())).hasSize(2);
        assertThat(service.post("/v1/keeper-deaths", Role.CITIZEN, with(body, "dateOfDeath", "2026-07-01"))
                        .status())
                .isEqualTo(201);
    }

    private Answer tellDeath(Vehicle vehicle) {
        return service.post("/v1/keeper-deaths", Role.CITIZEN, death(vehicle.mark(), vehicle.reference()));
    }

    private Answer sell(Vehicle vehicle) {
        return service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()));
    }
}
