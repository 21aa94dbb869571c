package uk.vehicleregister.program.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.program.Stopped;

class SettingsTest {

    private static final Map<String, String> NEEDED = Map.of(
            "REGISTER_DATABASE_URL", "jdbc:postgresql://db/register",
            "REGISTER_DATABASE_USER", "someone",
            "REGISTER_DATABASE_PASSWORD", "secret",
            "REGISTER_KEYS_DIRECTORY", "/keys",
            "REGISTER_ISSUER", "https://issuer.example");

    @Test
    void variables_become_the_properties_of_the_services() {
        assertThat(Settings.from(NEEDED, 8081))
                .containsEntry("register.database.url", "jdbc:postgresql://db/register")
                .containsEntry("register.keys.create", false)
                .containsEntry("server.port", 8081)
                .doesNotContainKey("register.today");
    }

    @Test
    void the_payment_provider_is_told_its_key() {
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.put("REGISTER_PAYMENTS", "govuk-pay");
        environment.put("REGISTER_GOVUK_PAY_API_KEY", "api_test_key");
        assertThat(Settings.from(environment, 8081))
                .containsEntry("register.payments", "govuk-pay")
                .containsEntry("register.payments.govuk-pay.api-key", "api_test_key")
                .doesNotContainKey("register.payments.govuk-pay.url");
    }

    @Test
    void every_missing_variable_is_named_at_once() {
        assertThatThrownBy(() -> Settings.from(Map.of("REGISTER_DATABASE_URL", "x"), 8081))
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.exitCode()).isEqualTo(2))
                .hasMessageContaining("REGISTER_DATABASE_USER")
                .hasMessageContaining("REGISTER_KEYS_DIRECTORY")
                .hasMessageContaining("REGISTER_ISSUER");
    }
}
