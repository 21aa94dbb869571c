package uk.vehicleregister.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.with;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class IdempotencyHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);
    private final String key = UUID.randomUUID().toString();
    private final Vehicle vehicle = register.registered();
    private final Map<String, Object> body = keeperChange(vehicle.mark(), vehicle.reference());

    @Test
    void a_repeated_request_is_answered_the_same_and_takes_effect_once() {
        Answer first = tell(body);
        Answer again = tell(body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("KeeperChanged");
    }

    @Test
    void a_repeated_retention_shows_the_same_certificate_and_takes_one_fee() {
        Map<String, Object> retention = retention(vehicle.mark(), vehicle.reference(), "tok_authorised");
        Answer first = service.post("/v1/retentions", Role.CITIZEN, key, retention);
        Answer again = service.post("/v1/retentions", Role.CITIZEN, key, retention);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("MarkRetained");
    }

    @Test
    void white_space_makes_no_other_request() {
        String text = RunningService.JSON.writeValueAsString(body);
        String token = service.token("citizen", Role.CITIZEN);
        Answer first = service.postAs("/v1/keeper-changes", token, key, text);
        Answer again = service.postAs("/v1/keeper-changes", token, key, text.replace("{", " {\n"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        assertThat(tell(body).status()).isEqualTo(201);
        Answer other = tell(with(body, "mileage", 1));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(tell(body).status()).isEqualTo(201);
    }

    @Test
    void two_clients_may_use_the_same_key() {
        Vehicle two = register.registered();
        String first = RunningService.JSON.writeValueAsString(body);
        String second = RunningService.JSON.writeValueAsString(keeperChange(two.mark(), two.reference()));
        assertThat(service.postAs("/v1/keeper-changes", service.token("ann", Role.CITIZEN), key, first)
                        .status())
                .isEqualTo(201);
        assertThat(service.postAs("/v1/keeper-changes", service.token("bob", Role.CITIZEN), key, second)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_refusal_is_remembered_with_its_warnings() {
        Map<String, Object> doubtful = with(body, "dateOfSale", "2025-06-30");
        Answer first = tell(doubtful);
        Answer again = tell(doubtful);
        assertThat(first.status()).isEqualTo(422);
        assertThat(first.body().get("warnings")).hasSize(1);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_repeated_wrong_try_counts_once() {
        Map<String, Object> wrong = with(body, "documentReference", "00000000000");
        for (int again = 0; again < 6; again++) {
            assertThat(tell(wrong).status()).isEqualTo(404);
        }
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, body).status())
                .isEqualTo(201);
    }

    @Test
    void a_malformed_request_is_not_remembered() {
        assertThat(tell(with(body, "mileage", -1)).status()).isEqualTo(400);
        assertThat(tell(body).status()).isEqualTo(201);
    }

    @Test
    void the_same_request_through_two_processes_at_once_takes_effect_once() throws Exception {
        try (RunningService second = service.another(Map.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> here = () -> tell(body);
            Callable<Answer> there = () -> second.post("/v1/keeper-changes", Role.CITIZEN, key, body);
            for (var answer : threads.invokeAll(List.of(here, there, here, there))) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(tell(body).status()).isEqualTo(201);
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("KeeperChanged");
    }

    @Test
    void every_post_needs_a_key_of_1_to_64_printable_characters() {
        String token = service.token("citizen", Role.CITIZEN);
        HttpRequest without = HttpRequest.newBuilder(service.uri("/v1/keeper-changes"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(service.send(without).status()).isEqualTo(400);
        assertThat(service.postAs("/v1/keeper-changes", token, "k".repeat(65), "{}")
                        .body()
                        .toString())
                .contains("Idempotency-Key");
        assertThat(service.postAs("/v1/keeper-changes", token, "k".repeat(64), "{}")
                        .body()
                        .toString())
                .doesNotContain("Idempotency-Key");
    }

    private Answer tell(Map<String, Object> request) {
        return service.post("/v1/keeper-changes", Role.CITIZEN, key, request);
    }
}
