package uk.vehicleregister.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.with;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Bodies;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

/// What was tried and did not come about is in the log, with its code and without a person.
class AttemptsHttpTest {

    private static final String WRONG = "99999999999";

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_wrong_reference_is_noted_with_mark_command_and_code() {
        Vehicle vehicle = register.registered();
        sell(vehicle, WRONG);
        RecordedEvent attempt = latest();
        assertThat(attempt.type()).isEqualTo("AttemptRefused");
        assertThat(attempt.payload())
                .contains(vehicle.mark(), "keeper-changes", "VEHICLE_OR_DOCUMENT_NOT_MATCHED")
                .doesNotContain(WRONG, "Prosser", "PROSSER");
        assertThat(attempt.metadata()).contains("\"role\":\"citizen\"");
    }

    @Test
    void a_rules_refusal_and_a_question_are_noted() {
        Vehicle vehicle = register.registered();
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "EXPORTED", "SET"));
        sell(vehicle, vehicle.reference());
        assertThat(latest().payload()).contains("EXPORTED");
        Vehicle other = register.registered();
        Map<String, Object> old = with(
                keeperChange(other.mark(), other.reference()),
                "dateOfSale",
                Bodies.TODAY.minusMonths(13).toString());
        service.post("/v1/keeper-changes", Role.CITIZEN, old);
        assertThat(latest().payload()).contains("CONFIRMATION_NEEDED");
    }

    @Test
    void a_repeated_refusal_is_one_attempt() {
        Vehicle vehicle = register.registered();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = keeperChange(vehicle.mark(), WRONG);
        service.post("/v1/keeper-changes", Role.CITIZEN, key, body);
        long position = service.log().lastPosition();
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, key, body).status())
                .isEqualTo(404);
        assertThat(service.log().lastPosition()).isEqualTo(position);
    }

    @Test
    void a_look_up_of_a_locked_mark_is_noted() {
        Vehicle vehicle = register.registered();
        for (int wrong = 0; wrong < 3; wrong++) sell(vehicle, WRONG);
        assertThat(sell(vehicle, vehicle.reference()).status()).isEqualTo(423);
        assertThat(latest().type()).isEqualTo("AttemptLocked");
        assertThat(latest().payload()).contains(vehicle.mark(), "MARK_LOCKED");
        assertThat(register.typesOf(vehicle.id())).containsExactly("VehicleRegistered", "V5CIssued");
    }

    private Answer sell(Vehicle vehicle, String reference) {
        return service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), reference));
    }

    private RecordedEvent latest() {
        List<RecordedEvent> events =
                service.log().transactionEndingAt(service.log().lastPosition());
        return events.getLast();
    }
}
