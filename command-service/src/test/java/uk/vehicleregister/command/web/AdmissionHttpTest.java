package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.command.Bodies.keeperChange;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class AdmissionHttpTest {

    @Test
    void more_requests_than_there_is_room_for_are_told_at_once_to_come_back_and_then_let_in() throws IOException {
        try (RunningService service = RunningService.start(Map.of("register.requests.most", "1"))) {
            Vehicle vehicle = new Register(service).registered();
            Map<String, Object> body = keeperChange(vehicle.mark(), vehicle.reference());
            byte[] whole = RunningService.JSON.writeValueAsBytes(body);
            try (Socket slow = new Socket("localhost", service.uri("/").getPort())) {
                slow.getOutputStream().write(head(service.token("citizen", Role.CITIZEN), whole.length));
                slow.getOutputStream().flush();
                await().until(() -> atWork(service) == 1);

                Answer turnedAway = service.post("/v1/keeper-changes", Role.CITIZEN, body);
                assertThat(turnedAway.status()).isEqualTo(503);
                assertThat(turnedAway.code()).isEqualTo("OVERLOADED");
                assertThat(Integer.parseInt(turnedAway.header("Retry-After"))).isBetween(1, 5);
                assertThat(service.send(HttpRequest.newBuilder(service.uri("/actuator/health/readiness"))
                                        .build())
                                .status())
                        .isEqualTo(200);

                slow.getOutputStream().write(whole);
                slow.getOutputStream().flush();
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.US_ASCII));
                assertThat(answer.readLine()).contains(" 201");
            }
            await().until(() -> atWork(service) == 0);
            assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, body).status())
                    .as("let in, and its reference is no longer the latest")
                    .isEqualTo(404);
        }
    }

    private static double atWork(RunningService service) {
        return service.bean(MeterRegistry.class)
                .get("register.requests.at.work")
                .gauge()
                .value();
    }

    private static byte[] head(String token, int length) {
        return ("POST /v1/keeper-changes HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: slow\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
