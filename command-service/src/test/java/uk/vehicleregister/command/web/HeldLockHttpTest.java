package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;

import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class HeldLockHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void another_writer_that_holds_the_log_is_a_conflict_and_no_outage() throws Exception {
        Vehicle vehicle = register.registered();
        Map<String, Object> body = keeperChange(vehicle.mark(), vehicle.reference());
        String key = UUID.randomUUID().toString();
        try (Connection other = service.database().owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from log.log_lock for update");

            Answer answer = service.post("/v1/keeper-changes", Role.CITIZEN, key, body);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("CONFLICT");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            other.rollback();
        }

        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, key, body).status())
                .isEqualTo(201);
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("KeeperChanged");
    }
}
