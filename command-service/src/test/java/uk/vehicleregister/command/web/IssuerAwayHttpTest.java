package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class IssuerAwayHttpTest {

    @Test
    void while_the_issuer_is_away_the_answer_is_503_and_the_service_still_starts() {
        RunningService shared = RunningService.shared();
        try (RunningService cutOff = shared.another(Map.of("register.issuer", "http://localhost:9/register"))) {
            String token = shared.token("citizen", Role.CITIZEN);
            Answer answer = cutOff.postAs("/v1/keeper-changes", token, "key", "{}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.code()).isEqualTo("LOG_UNAVAILABLE");
        }
    }
}
