package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class PositionsTest {

    private final RunningService service = RunningService.shared();

    @Test
    void the_log_and_each_projection_say_how_far_they_are() {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        long position = service.log.append(vehicle.registered(null), vehicle.issued());

        Answer answer = service.get("/v1/log/position", "If-Position-At-Least", "" + position);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Register-Position")).isEqualTo("" + position);
        assertThat(answer.json().get("log").asLong()).isEqualTo(position);
        JsonNode projections = answer.json().get("projections");
        assertThat(projections.propertyNames())
                .containsExactlyInAnyOrderElementsOf(service.bean(Projections.class).all().stream()
                        .map(Projection::name)
                        .toList())
                .contains("vehicle-enquiry", "vehicle-history", "mark-history", "documents");
        assertThat(projections.values())
                .allSatisfy(reached -> assertThat(reached.asLong()).isEqualTo(position));
    }

    @Test
    void one_who_asks_before_it_happened_is_answered_when_it_has() throws Exception {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        long next = service.log.lastPosition() + 2;
        Thread later =
                Thread.ofVirtual().unstarted(() -> service.log.append(vehicle.registered(null), vehicle.issued()));
        later.start();

        Answer answer = service.post(
                "/vehicle-enquiry/v1/vehicles",
                "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}",
                "x-api-key",
                "demo-ves-key",
                "If-Position-At-Least",
                "" + next);
        later.join();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Long.parseLong(answer.header("Register-Position"))).isGreaterThanOrEqualTo(next);
    }

    @Test
    void health_and_metrics_need_no_token_and_tell_of_each_projection() {
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").json().toString()).contains("vehicle-history");
        assertThat(service.get("/actuator/prometheus").text())
                .contains("register_projection_position{projection=\"documents\"}")
                .contains("register_projection_stopped{projection=\"documents\"} 0.0");
        assertThat(service.get("/actuator/env").status()).isEqualTo(404);
        assertThat(service.get("/actuator").status()).isEqualTo(404);
    }
}
