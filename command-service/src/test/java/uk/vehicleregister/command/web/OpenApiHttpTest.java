package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.RunningService;

/// The committed description is what the code says. After a change on purpose: run with `-Dopenapi.update=true` and
/// look at the difference.
class OpenApiHttpTest {

    private static final Path COMMITTED = Path.of("src/test/resources/openapi.json");

    private final RunningService service = RunningService.shared();

    @Test
    void the_committed_description_is_what_the_code_says() throws IOException {
        JsonNode now = service.send(
                        HttpRequest.newBuilder(service.uri("/v3/api-docs")).build())
                .body();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(
                    COMMITTED,
                    RunningService.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        assertThat(now).isEqualTo(RunningService.JSON.readTree(Files.readString(COMMITTED)));
        assertThat(now.at("/paths/~1v1~1keeper-changes/post/requestBody/content/application~1json/schema/required")
                        .toString())
                .contains("newKeeper");
    }

    @Test
    void health_and_metrics_are_open_and_nothing_else_of_the_machinery() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            assertThat(service.send(HttpRequest.newBuilder(service.uri(path)).build())
                            .body()
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
        }
        for (String path : new String[] {"/actuator/env", "/actuator/beans", "/actuator/heapdump"}) {
            assertThat(service.send(HttpRequest.newBuilder(service.uri(path)).build())
                            .status())
                    .isEqualTo(401);
        }
    }
}
