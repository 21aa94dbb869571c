package uk.vehicleregister.benchmarks.campaign.trial;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What came back over a [Wire].
///
/// @param retryAfter seconds, 0 where the header is missing
public record Reply(int status, long retryAfter, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String code() {
        return json().path("code").asString("");
    }

    @Override
    public String toString() {
        return status + " " + code() + (body.length > 300 ? "" : " " + new String(body, StandardCharsets.UTF_8));
    }
}
