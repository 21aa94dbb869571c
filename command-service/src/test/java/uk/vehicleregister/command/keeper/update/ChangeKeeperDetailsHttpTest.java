package uk.vehicleregister.command.keeper.update;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.EXECUTORS_POSTCODE;
import static uk.vehicleregister.command.Bodies.POSTCODE;
import static uk.vehicleregister.command.Bodies.business;
import static uk.vehicleregister.command.Bodies.keeperDetails;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.v5cReplacement;
import static uk.vehicleregister.command.Bodies.with;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;

class ChangeKeeperDetailsHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_keeper_who_moved_is_found_by_the_new_postcode_and_no_longer_by_the_old() {
        Vehicle before = register.registered();
        String key = UUID.randomUUID().toString();
        Answer moved =
                service.post("/v1/keeper-details", Role.CITIZEN, key, keeperDetails(before.mark(), before.reference()));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(201);
        assertThat(moved.body().propertyNames()).containsExactlyInAnyOrder("transactionId", "position");
        assertThat(service.post(
                                "/v1/keeper-details",
                                Role.CITIZEN,
                                key,
                                keeperDetails(before.mark(), before.reference()))
                        .body())
                .isEqualTo(moved.body());
        assertThat(register.typesOf(before.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "KeeperDetailsChanged", "V5CIssued");

        Vehicle after = register.byPost(before.id());
        assertThat(moved.body().toString()).doesNotContain(after.reference());
        assertThat(change(before).code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        var retention = retention(after.mark(), after.reference(), "tok_authorised");
        assertThat(service.post("/v1/retentions", Role.CITIZEN, with(retention, "keeperPostcode", POSTCODE))
                        .code())
                .isEqualTo("POSTCODE_MISMATCH");
        assertThat(service.post("/v1/retentions", Role.CITIZEN, with(retention, "keeperPostcode", EXECUTORS_POSTCODE))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everything_of_one_keeper_is_sealed_under_one_key_so_that_they_are_forgotten_whole() {
        Vehicle vehicle = register.registered();
        change(vehicle);
        var events = register.eventsOf(vehicle.id());
        var key = EventJson.read(events.getFirst().payload(), VehicleRegistered.class)
                .keeper()
                .details()
                .keyId();
        var changed = EventJson.read(events.get(2).payload(), KeeperDetailsChanged.class);
        assertThat(changed.keeper().details().keyId()).isEqualTo(key);
        assertThat(changed.keeper().postcode().keyId()).isEqualTo(key);
        assertThat(EventJson.read(events.get(3).payload(), V5CIssued.class)
                        .documentReference()
                        .sealed()
                        .keyId())
                .isEqualTo(key);
    }

    @Test
    void a_person_does_not_become_a_business() {
        Vehicle vehicle = register.registered();
        var body = with(keeperDetails(vehicle.mark(), vehicle.reference()), "keeper", business());
        assertThat(service.post("/v1/keeper-details", Role.CITIZEN, body).code())
                .isEqualTo("NOT_THE_SAME_KEEPER");
        assertThat(register.typesOf(vehicle.id())).hasSize(2);
    }

    @Test
    void after_a_keeper_was_forgotten_nothing_is_sealed_or_printed_for_them_and_nothing_breaks() throws SQLException {
        Vehicle vehicle = register.registered();
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "V5C_SUPPRESSED", "SET"));
        erase(vehicle);
        assertThat(service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "V5C_SUPPRESSED", "LIFTED"))
                        .status())
                .isEqualTo(201);
        assertThat(register.typesOf(vehicle.id())).endsWith("MarkerSet", "MarkerLifted");
        assertThat(change(vehicle).code()).isEqualTo("NOT_THE_SAME_KEEPER");
        assertThat(service.post("/v1/v5c-replacements", Role.CITIZEN, v5cReplacement(vehicle.mark(), POSTCODE))
                        .code())
                .isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
    }

    private void erase(Vehicle vehicle) throws SQLException {
        UUID key = EventJson.read(register.eventsOf(vehicle.id()).getFirst().payload(), VehicleRegistered.class)
                .keeper()
                .details()
                .keyId();
        try (var connection = service.database().owner().getConnection();
                var erase = connection.prepareStatement("select log.erase_data_key(?)")) {
            erase.setObject(1, key);
            erase.execute();
        }
    }

    private Answer change(Vehicle vehicle) {
        return service.post("/v1/keeper-details", Role.CITIZEN, keeperDetails(vehicle.mark(), vehicle.reference()));
    }
}
