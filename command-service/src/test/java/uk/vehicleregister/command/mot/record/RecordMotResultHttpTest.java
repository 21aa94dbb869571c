package uk.vehicleregister.command.mot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.motFailure;
import static uk.vehicleregister.command.Bodies.motPass;
import static uk.vehicleregister.command.Bodies.with;
import static uk.vehicleregister.command.Bodies.without;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class RecordMotResultHttpTest {

    private static final String PATH = "/v1/mot-results";

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void results_are_recorded_once_however_often_they_are_fed() {
        Vehicle vehicle = register.registered();
        String key = UUID.randomUUID().toString();
        var pass = motPass(vehicle.mark(), "2026-06-30", "2027-06-29");
        Answer answer = service.post(PATH, Role.OPERATOR, key, pass);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(service.post(PATH, Role.OPERATOR, key, pass).body()).isEqualTo(answer.body());
        assertThat(service.post(PATH, Role.OPERATOR, motFailure(vehicle.mark())).status())
                .isEqualTo(201);
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "MotPassed", "MotFailed");
    }

    @Test
    void the_day_of_expiry_is_told_exactly_with_a_pass_and_is_in_reach_of_the_test() {
        String mark = register.registered().mark();
        assertFault(without(motPass(mark, "2026-06-30", "2027-06-29"), "expiresOn"), "REQUIRED");
        assertFault(with(motFailure(mark), "expiresOn", "2027-06-29"), "NOT_EXPECTED");
        assertFault(motPass(mark, "2026-06-30", "2026-06-30"), "OUT_OF_RANGE");
        assertFault(motPass(mark, "2026-06-30", "2027-07-31"), "OUT_OF_RANGE");
        assertThat(service.post(PATH, Role.OPERATOR, motPass(mark, "2026-06-30", "2027-07-30"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void tests_to_come_and_unknown_marks_are_refused() {
        String mark = register.registered().mark();
        assertThat(service.post(PATH, Role.OPERATOR, with(motFailure(mark), "testedOn", "2026-07-02"))
                        .code())
                .isEqualTo("DATE_IN_FUTURE");
        assertThat(service.post(PATH, Role.OPERATOR, motFailure("ZZ99ZZZ")).status())
                .isEqualTo(404);
    }

    private void assertFault(Map<String, Object> body, String code) {
        Answer answer = service.post(PATH, Role.OPERATOR, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo("expiresOn");
        assertThat(answer.body().get("errors").get(0).get("code").asString()).isEqualTo(code);
    }
}
