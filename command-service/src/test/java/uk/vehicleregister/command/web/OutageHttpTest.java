package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.command.Bodies.keeperChange;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.kernel.access.Role;

class OutageHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_database_that_goes_away_is_told_as_such_and_the_service_recovers_by_itself() {
        Vehicle vehicle = register.registered();
        Vehicle unread = register.registered();
        Map<String, Object> body = keeperChange(vehicle.mark(), vehicle.reference());
        String key = UUID.randomUUID().toString();
        TestDatabase.stopServer();
        try {
            Answer answer = service.post("/v1/keeper-changes", Role.CITIZEN, key, body);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
            assertThat(answer.code()).isIn("LOG_UNAVAILABLE", "OUTCOME_UNKNOWN");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            Answer cold = service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange("ZZ19ZZZ", unread.reference()));
            assertThat(cold.status()).isEqualTo(503);
        } finally {
            TestDatabase.startServer();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.post("/v1/keeper-changes", Role.CITIZEN, key, body)
                                .status()
                        == 201);
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("KeeperChanged");
    }

    @Test
    void a_database_that_may_only_be_read_makes_the_service_unready_with_the_reason_until_it_can_be_written() {
        try (RunningService own = RunningService.start(Map.of())) {
            Vehicle vehicle = new Register(own).registered();
            Map<String, Object> body = keeperChange(vehicle.mark(), vehicle.reference());
            String key = UUID.randomUUID().toString();
            own.database().readOnly(true);

            Answer refused = own.post("/v1/keeper-changes", Role.CITIZEN, key, body);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("LOG_UNAVAILABLE");
            Answer health = health(own, "readiness");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body()
                            .path("components")
                            .path("log")
                            .path("details")
                            .path("reason")
                            .asString())
                    .contains("25006", "read-only");
            assertThat(health(own, "liveness").status()).isEqualTo(200);

            own.database().readOnly(false);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> own.post("/v1/keeper-changes", Role.CITIZEN, key, body)
                                    .status()
                            == 201);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> health(own, "readiness").status() == 200);
        }
    }

    private static Answer health(RunningService service, String group) {
        return service.send(
                HttpRequest.newBuilder(service.uri("/actuator/health/" + group)).build());
    }
}
