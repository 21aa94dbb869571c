package uk.vehicleregister.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.query.RunningService.Answer;

class OutageTest {

    @Test
    void a_database_that_goes_away_is_503_and_comes_back_by_itself() {
        try (RunningService service = RunningService.fresh()) {
            TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
            long position = service.log.append(vehicle.registered(null), vehicle.issued());
            assertThat(enquire(service, vehicle, position).status()).isEqualTo(200);
            String auditor = "Bearer " + service.token("auditor");
            String question = "{\"vehicleId\":\"" + vehicle.id().text() + "\"}";
            assertThat(service.post("/v1/vehicle-history", question, "Authorization", auditor)
                            .status())
                    .isEqualTo(200);

            TestDatabase.stopServer();
            try {
                Answer history = service.post("/v1/vehicle-history", question, "Authorization", auditor);
                assertThat(history.status()).isEqualTo(503);
                assertThat(history.header("Retry-After")).isEqualTo("1");
                assertThat(history.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(history.json().get("code").asString()).isEqualTo("LOG_UNAVAILABLE");
                Answer enquiry = enquire(service, vehicle, position);
                assertThat(enquiry.status()).isEqualTo(503);
                assertThat(enquiry.header("Retry-After")).isEqualTo("1");
                assertThat(enquiry.json().get("errors").get(0).get("title").asString())
                        .isEqualTo("System currently down for maintenance");
                assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
                assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
                long asked = System.nanoTime();
                assertThat(service.get("/actuator/prometheus").status()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - asked))
                        .as("gauges wait for no database, or they could not be read when they are needed")
                        .isLessThan(Duration.ofSeconds(10));
            } finally {
                TestDatabase.startServer();
            }

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> enquire(service, vehicle, position).status() == 200);
            TestVehicle next = TestVehicle.registeredOn("2011-03-01");
            await().atMost(Duration.ofSeconds(20)).until(() -> tryAppend(service, next));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> enquire(service, next, position).status() == 200);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.get("/actuator/health/readiness").status() == 200);
        }
        RunningService.awaitSharedAgain();
    }

    @Test
    void it_starts_without_the_issuer_and_says_503_until_there_is_one() {
        Map<String, Object> nowhere = new HashMap<>();
        nowhere.put("register.issuer", "http://localhost:1/register");
        try (RunningService service = RunningService.with(nowhere)) {
            Answer answer =
                    service.post("/v1/vehicle-history", "{}", "Authorization", "Bearer " + service.token("auditor"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(service.get("/v1/log/position").status()).isEqualTo(200);
        }
    }

    private static boolean tryAppend(RunningService service, TestVehicle vehicle) {
        try {
            service.log.append(vehicle.registered(null), vehicle.issued());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Answer enquire(RunningService service, TestVehicle vehicle, long position) {
        return service.post(
                "/vehicle-enquiry/v1/vehicles",
                "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}",
                "x-api-key",
                "demo-ves-key",
                "If-Position-At-Least",
                "" + position);
    }
}
