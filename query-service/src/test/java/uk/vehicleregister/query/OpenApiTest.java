package uk.vehicleregister.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The outside face changes only on purpose: -Dupdate.openapi=true writes the committed copy anew.
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src/test/resources/openapi.json");

    @Test
    void the_published_description_is_the_committed_one() throws IOException {
        JsonNode published = RunningService.shared().get("/v3/api-docs").json();
        if (Boolean.getBoolean("update.openapi"))
            Files.writeString(COMMITTED, published.toPrettyString() + System.lineSeparator());

        assertThat(published).isEqualTo(RunningService.JSON.readTree(Files.readString(COMMITTED)));
        assertThat(published.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/vehicle-enquiry/v1/vehicles",
                        "/v1/vehicle-history",
                        "/v1/mark-history",
                        "/v1/documents/search",
                        "/v1/log/position",
                        "/v1/projection-rebuilds",
                        "/v1/outbox/search",
                        "/v1/outbox/retries");
    }
}
