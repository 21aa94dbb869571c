package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

/// A projection stops at what it cannot read, says so, and loses nothing.
class StandstillTest {

    @Test
    void an_event_nobody_knows_stops_every_projection_right_before_it() {
        try (RunningService service = RunningService.fresh()) {
            TestVehicle before = TestVehicle.registeredOn("2010-03-01");
            TestVehicle after = TestVehicle.registeredOn("2011-03-01");
            long last = service.log.append(before.registered(null), before.issued());
            long unreadable = service.log.appendUnreadable();
            service.log.append(after.registered(null), after.issued());

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> health(service).contains("stoppedBy")
                            && health(service).contains("{\"position\":" + last));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.get("/v1/log/position").json().get("projections").values().stream()
                            .allMatch(reached -> reached.asLong() == last));
            JsonNode health = service.get("/actuator/health/readiness").json();
            JsonNode documents =
                    health.get("components").get("projections").get("details").get("documents");
            assertThat(documents.get("position").asLong()).isEqualTo(last);
            assertThat(documents.has("stoppedBy")).isTrue();
            assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(service.get("/actuator/prometheus").text())
                    .contains("register_projection_stopped{projection=\"vehicle-enquiry\"} 1.0");

            assertThat(enquire(service, before).status()).isEqualTo(200);
            assertThat(enquire(service, after).status()).isEqualTo(404);
            assertThat(service.get("/v1/log/position", "If-Position-At-Least", "" + unreadable)
                            .status())
                    .isEqualTo(503);
        }
    }

    @Test
    void an_impossible_history_stops_the_projections_it_is_impossible_for() {
        try (RunningService service = RunningService.fresh()) {
            TestVehicle one = TestVehicle.registeredOn("2010-03-01");
            TestVehicle two =
                    new TestVehicle(TestVehicle.registeredOn("2011-03-01").id(), one.mark(), one.firstRegistered());
            long last = service.log.append(one.registered(null), one.issued());
            long impossible = service.log.append(two.registered(null), two.issued());

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                JsonNode details = service.get("/actuator/health/readiness")
                        .json()
                        .get("components")
                        .get("projections")
                        .get("details");
                assertThat(details.get("vehicle-enquiry").has("stoppedBy")).isTrue();
                assertThat(details.get("mark-history").has("stoppedBy")).isTrue();
                assertThat(details.get("vehicle-history").get("position").asLong())
                        .isEqualTo(impossible);
                assertThat(details.get("vehicle-enquiry").get("position").asLong())
                        .isEqualTo(last);
                assertThat(details.get("mark-history").get("position").asLong()).isEqualTo(last);
            });
            assertThat(service.bean(JdbcClient.class)
                            .sql("select count(*) from mark_place")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static String health(RunningService service) {
        return service.get("/actuator/health/readiness").text();
    }

    private static Answer enquire(RunningService service, TestVehicle vehicle) {
        return service.post(
                "/vehicle-enquiry/v1/vehicles",
                "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}",
                "x-api-key",
                "demo-ves-key");
    }
}
