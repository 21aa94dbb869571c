package uk.vehicleregister.command.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.without;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class LookUpLockHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void an_unknown_mark_and_a_wrong_reference_are_one_and_the_same_answer() {
        Vehicle vehicle = register.registered();
        Answer wrong = tell(service, vehicle.mark(), other(vehicle.reference()));
        Answer unknown = tell(service, "ZZ99ZZZ", "12345678901");
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void after_three_wrong_references_the_fourth_try_finds_the_mark_locked_even_with_the_right_one() {
        Vehicle vehicle = register.registered();
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(tell(service, vehicle.mark(), other(vehicle.reference())).status())
                    .isEqualTo(404);
        }
        Answer fourth = tell(service, vehicle.mark(), vehicle.reference());
        assertThat(fourth.status()).isEqualTo(423);
        assertThat(fourth.code()).isEqualTo("MARK_LOCKED");
        assertThat(Long.parseLong(fourth.header("Retry-After"))).isBetween(590L, 600L);
        assertThat(register.typesOf(vehicle.id())).doesNotContain("KeeperChanged");
    }

    @Test
    void two_wrong_references_and_a_right_one_begin_the_count_anew() {
        Vehicle vehicle = register.registered();
        tell(service, vehicle.mark(), other(vehicle.reference()));
        tell(service, vehicle.mark(), other(vehicle.reference()));
        assertThat(tell(service, vehicle.mark(), vehicle.reference()).status()).isEqualTo(201);
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(tell(service, vehicle.mark(), vehicle.reference()).status())
                    .isEqualTo(404);
        }
        assertThat(tell(service, vehicle.mark(), vehicle.reference()).status()).isEqualTo(423);
    }

    @Test
    void a_mark_that_does_not_exist_is_locked_like_any_other() {
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(tell(service, "YY98YYY", "12345678901").status()).isEqualTo(404);
        }
        assertThat(tell(service, "YY98YYY", "12345678901").status()).isEqualTo(423);
    }

    @Test
    void a_malformed_request_counts_as_no_try() {
        Vehicle vehicle = register.registered();
        for (int malformed = 0; malformed < 5; malformed++) {
            Map<String, Object> body = without(keeperChange(vehicle.mark(), other(vehicle.reference())), "dateOfSale");
            assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, body).status())
                    .isEqualTo(400);
        }
        assertThat(tell(service, vehicle.mark(), vehicle.reference()).status()).isEqualTo(201);
    }

    @Test
    void parallel_guesses_through_two_processes_get_three_answers_between_them() throws Exception {
        Vehicle vehicle = register.registered();
        List<Answer> answers = new ArrayList<>();
        try (RunningService second = service.another(Map.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> guesses = IntStream.range(0, 24)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> tell(i % 2 == 0 ? service : second, vehicle.mark(), other(vehicle.reference())))
                    .toList();
            for (var answer : threads.invokeAll(guesses)) {
                answers.add(answer.get());
            }
            assertThat(tell(second, vehicle.mark(), vehicle.reference()).status())
                    .isEqualTo(423);
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(3);
        assertThat(answers).filteredOn(answer -> answer.status() == 423).hasSize(21);
    }

    @Test
    void a_client_that_is_wrong_three_hundred_times_has_to_wait_whatever_it_asks_next() {
        String client = service.token("guesser-" + UUID.randomUUID(), Role.CITIZEN);
        for (int wrong = 0; wrong < 300; wrong++) {
            String mark = "B" + (wrong / 26 + 1) + " " + (char) ('A' + wrong % 26) + "GS";
            String body = RunningService.JSON.writeValueAsString(keeperChange(mark, "12345678901"));
            assertThat(service.postAs("/v1/keeper-changes", client, "guess-" + wrong, body)
                            .status())
                    .isEqualTo(404);
        }
        Vehicle vehicle = register.registered();
        String right = RunningService.JSON.writeValueAsString(keeperChange(vehicle.mark(), vehicle.reference()));
        Answer answer = service.postAs("/v1/keeper-changes", client, "right", right);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(tell(service, vehicle.mark(), vehicle.reference()).status())
                .as("another client is not held up")
                .isEqualTo(201);
    }

    private static Answer tell(RunningService at, String mark, String reference) {
        return at.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(mark, reference));
    }

    private static String other(String reference) {
        return reference.startsWith("1") ? "2" + reference.substring(1) : "1" + reference.substring(1);
    }
}
