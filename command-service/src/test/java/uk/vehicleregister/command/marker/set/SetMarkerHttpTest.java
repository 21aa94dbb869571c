package uk.vehicleregister.command.marker.set;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.death;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.export;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.keeperDetails;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.scrapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class SetMarkerHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @ParameterizedTest
    @CsvSource({"STOLEN, STOLEN", "V5C_SUPPRESSED, V5C_SUPPRESSED"})
    void while_it_stands_a_v5c_proves_nothing_and_afterwards_it_does_again(String marker, String code) {
        Vehicle vehicle = register.registered();
        assertThat(set(vehicle, marker, "SET").status()).isEqualTo(201);
        everythingByReference(vehicle)
                .forEach((path, body) -> assertThat(
                                service.post(path, Role.CITIZEN, body).code())
                        .as(path)
                        .isEqualTo(code));
        assertThat(set(vehicle, marker, "LIFTED").status()).isEqualTo(201);
        Vehicle after = register.byPost(vehicle.id());
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(after.mark(), after.reference()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void when_a_suppression_is_lifted_the_keeper_gets_a_new_v5c_and_the_old_one_is_dead() {
        Vehicle vehicle = register.registered();
        set(vehicle, "V5C_SUPPRESSED", "SET");
        String key = UUID.randomUUID().toString();
        var body = marker(vehicle.mark(), "V5C_SUPPRESSED", "LIFTED");
        Answer lifted = service.post("/v1/markers", Role.REGISTRAR, key, body);
        assertThat(lifted.status()).as(lifted.body().toString()).isEqualTo(201);
        assertThat(service.post("/v1/markers", Role.REGISTRAR, key, body).body())
                .isEqualTo(lifted.body());
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "MarkerSet", "MarkerLifted", "V5CIssued");
        assertThat(register.byPost(vehicle.id()).reference()).isNotEqualTo(vehicle.reference());
        assertThat(lifted.body().toString())
                .doesNotContain(register.byPost(vehicle.id()).reference());
        assertThat(service.post("/v1/disposals", Role.CITIZEN, disposal(vehicle.mark(), vehicle.reference()))
                        .code())
                .isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
    }

    @Test
    void in_the_trade_the_v5c_at_hand_counts_again() {
        Vehicle vehicle = register.registered();
        service.post("/v1/disposals", Role.CITIZEN, disposal(vehicle.mark(), vehicle.reference()));
        set(vehicle, "V5C_SUPPRESSED", "SET");
        set(vehicle, "V5C_SUPPRESSED", "LIFTED");
        assertThat(register.typesOf(vehicle.id())).endsWith("MarkerSet", "MarkerLifted");
        assertThat(register.byPost(vehicle.id()).reference()).isEqualTo(vehicle.reference());
    }

    @Test
    void a_write_off_category_gives_way_to_another_only_when_it_is_lifted() {
        Vehicle vehicle = register.registered();
        assertThat(set(vehicle, "WRITE_OFF_A", "SET").status()).isEqualTo(201);
        assertThat(set(vehicle, "WRITE_OFF_S", "SET").code()).isEqualTo("WRITE_OFF_STANDS");
        assertThat(set(vehicle, "WRITE_OFF_A", "LIFTED").status()).isEqualTo(201);
        assertThat(set(vehicle, "WRITE_OFF_S", "SET").status()).isEqualTo(201);
    }

    private Answer set(Vehicle vehicle, String marker, String state) {
        return service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), marker, state));
    }

    private static Map<String, Map<String, Object>> everythingByReference(Vehicle vehicle) {
        String mark = vehicle.mark();
        String reference = vehicle.reference();
        Map<String, Map<String, Object>> requests = new LinkedHashMap<>();
        requests.put("/v1/keeper-changes", keeperChange(mark, reference));
        requests.put("/v1/disposals", disposal(mark, reference));
        requests.put("/v1/retentions", retention(mark, reference, "tok_authorised"));
        requests.put("/v1/scrappings", scrapping(mark, reference));
        requests.put("/v1/exports", export(mark, reference));
        requests.put("/v1/keeper-deaths", death(mark, reference));
        requests.put("/v1/keeper-details", keeperDetails(mark, reference));
        return requests;
    }
}
